package org.depositary.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.depositary.testing.RealPostgresAndKafka;
import org.depositary.testing.Waiting;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests a gateway behind a proxy on this machine, with a public URL, one listed origin and low limits. Each test is
 * another client: the proxy reports its address.
 */
@QuarkusTest
@Tag("full")
@TestProfile(EdgeTest.BehindProxy.class)
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class EdgeTest {

    private static final String PORTAL = "https://portal.example.org";
    private static final String COMMAND = "/api/organizations/sco/membership-changes";
    private static final String STREAM = "/api/changes/stream";
    /** Far above the burst, so that a loop ends even if the buckets are refilled in between. */
    private static final int TOO_MANY = 100_000;

    private static final AtomicInteger CLIENTS = new AtomicInteger();

    public static class BehindProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "depositary.public-url", "https://register.example.org",
                    "depositary.trusted-proxies", "127.0.0.0/8,::1",
                    "depositary.cors.origins", PORTAL,
                    "depositary.limits.requests-per-second", "1",
                    "depositary.limits.request-burst", "20",
                    "depositary.live.max-subscribers-per-client", "2");
        }
    }

    @Inject
    ObjectMapper mapper;

    @TestHTTPResource(management = true)
    URI management;

    private final String client = "203.0.113." + CLIENTS.incrementAndGet();

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", "1.2.3.4, " + address);
    }

    private RequestSpecification page() {
        return from(client).header("Origin", PORTAL);
    }

    private static Response refused(Supplier<Response> request) {
        for (int i = 0; i < TOO_MANY; i++) {
            var response = request.get();
            if (response.statusCode() == 429) {
                return response;
            }
        }
        throw new AssertionError("No request was refused");
    }

    @Test
    void who_sends_too_many_requests_is_refused_and_others_are_served() {
        from(client)
                .get("/api/parties/KZ")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"address\";q=20;w=20")
                .header("RateLimit", "\"address\";r=19;t=1");
        refused(() -> from(client).get("/api/parties/KZ"))
                .then()
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .header("RateLimit", "\"address\";r=0;t=1")
                .body("type", equalTo("/problems/rate-limited"))
                .body("status", equalTo(429));
        from("198.51.100.1").get("/api/parties/KZ").then().statusCode(200);
        from("2001:db8::1").get("/api/parties/KZ").then().statusCode(200);
        assertThat(given().get(management.resolve("/q/metrics")).asString())
                .containsPattern("depositary_requests_limited_total [1-9]");
        Waiting.await().until(() -> from(client).get("/api/parties/KZ").statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/organizations", STREAM, "/api/documents/x/content", "/openapi", "/nothing"})
    void every_route_counts(String path) {
        refused(() -> from(client).head(path)).then().header("RateLimit", containsString("r=0"));
    }

    @Test
    void commands_count_for_the_subject_of_their_token_wherever_they_come_from() {
        var token = RealPostgresAndKafka.token("reader", client);
        var addresses = new AtomicInteger();
        refused(() -> from("198.18.0." + addresses.incrementAndGet() % 250)
                        .auth()
                        .oauth2(token)
                        .body("{}")
                        .contentType("application/json")
                        .post(COMMAND))
                .then()
                .header("RateLimit-Policy", "\"subject\";q=20;w=20");
        from(client).get("/api/parties/KZ").then().statusCode(200);
    }

    @Test
    void invalid_tokens_count_for_the_address_and_do_not_stop_valid_ones() {
        from(client).auth().oauth2("nonsense").get("/api/parties/KZ").then().statusCode(401);
        refused(() -> from(client).auth().oauth2("nonsense").get("/api/parties/KZ"))
                .then()
                .contentType("application/problem+json")
                .header("RateLimit-Policy", containsString("\"address\""));
        from(client)
                .auth()
                .oauth2(RealPostgresAndKafka.token("reader", client))
                .get("/api/parties/KZ")
                .then()
                .statusCode(200);
    }

    @Test
    void a_client_has_a_limited_number_of_streams() {
        try (var first = stream(client, 200);
                var second = stream(client, 200);
                var third = stream(client, 429);
                var other = stream("198.51.100.2", 200)) {
            assertThat(third.text()).contains("/problems/rate-limited", "2 open streams");
        }
        Waiting.await().until(() -> {
            try (var again = OpenStream.of(client, STREAM)) {
                return again.status() == 200;
            }
        });
    }

    private static OpenStream stream(String client, int status) {
        var stream = OpenStream.of(client, STREAM);
        assertThat(stream.status()).isEqualTo(status);
        return stream;
    }

    @Test
    void a_listed_origin_reads_with_credentials_and_every_answer_varies_by_origin() {
        page().get("/api/parties/KZ")
                .then()
                .header("Access-Control-Allow-Origin", PORTAL)
                .header("Access-Control-Allow-Credentials", "true")
                .header("Access-Control-Expose-Headers", containsString("RateLimit, RateLimit-Policy"));
        for (var path : new String[] {"/api/parties/KZ", "/api/nothing", "/api/documents/x/content"}) {
            from(client)
                    .header("Origin", "https://other.example")
                    .get(path)
                    .then()
                    .header("Access-Control-Allow-Origin", nullValue());
            assertThat(from(client).get(path).headers().getValues("Vary"))
                    .as(path)
                    .contains("Origin");
        }
    }

    @Test
    void pages_can_read_refusals() {
        page().get("/api/nothing").then().statusCode(404).header("Access-Control-Allow-Origin", PORTAL);
        page().auth()
                .oauth2("nonsense")
                .get("/api/parties/KZ")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", PORTAL);
        refused(() -> page().get("/api/parties/KZ")).then().header("Access-Control-Allow-Origin", PORTAL);
    }

    @Test
    void preflight_requests_allow_reads_only() {
        page().header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,depositary-after")
                .options(COMMAND)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", "GET, HEAD")
                .header("Access-Control-Allow-Headers", "authorization,depositary-after")
                .header("Access-Control-Max-Age", "7200");
        from(client)
                .header("Origin", "https://other.example")
                .header("Access-Control-Request-Method", "GET")
                .options("/api/parties/KZ")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {PORTAL, "null", "http://register.example.org", "https://register.example.org.evil.example"})
    void commands_of_other_origins_are_refused(String origin) {
        from(client)
                .header("Origin", origin)
                .body("{}")
                .post(COMMAND)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/foreign-origin"))
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void commands_of_the_own_origin_pass() {
        from(client)
                .header("Origin", "https://register.example.org")
                .body("{}")
                .post(COMMAND)
                .then()
                .statusCode(503)
                .body("type", equalTo("/problems/unavailable"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/parties/KZ", "/api/nothing", "/problems/stale", "/api/documents/x/content", "/openapi"})
    void every_answer_tells_browsers_to_be_careful(String path) {
        from(client)
                .get(path)
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Strict-Transport-Security", containsString("max-age="));
    }

    @Test
    void every_answer_has_the_time_of_the_gateway() {
        from(client).get("/api/nothing").then().header("Date", containsString(" GMT"));
    }

    @Test
    void no_header_of_a_request_gets_into_a_link() throws Exception {
        for (var path : new String[] {"/api/parties?limit=1", "/api/organizations", "/api/changes", "/openapi"}) {
            var answer = from(client)
                    .header("Host", "evil.example")
                    .header("X-Forwarded-Host", "evil.example")
                    .header("X-Forwarded-Proto", "evil")
                    .header("Forwarded", "host=evil.example")
                    .accept("application/json")
                    .get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers() + answer.asString()).as(path).doesNotContain("evil");
        }
        assertThat(openApi().at("/servers/0/url").asText()).isEqualTo("https://register.example.org");
    }

    @Test
    void the_public_url_makes_the_link_to_a_snapshot() {
        try (var stream = OpenStream.of(client, STREAM + "?since=unknown")) {
            assertThat(stream.until("snapshot"))
                    .contains("event: reset", "\"snapshot\": \"https://register.example.org/api/changes\"");
        }
    }

    private JsonNode openApi() throws Exception {
        return mapper.readTree(
                from(client).accept("application/json").get("/openapi").asString());
    }

    @Test
    void a_long_url_or_header_gets_a_problem() {
        from(client)
                .get("/api/parties?q=" + "x".repeat(RequestSizeRoute.MAX_URL))
                .then()
                .statusCode(414)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/uri-too-long"));
        from(client)
                .header("X-Large", "x".repeat(RequestSizeRoute.MAX_HEADERS))
                .get("/api/parties")
                .then()
                .statusCode(431)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/headers-too-large"));
    }

    @Test
    void options_lists_the_methods() {
        from(client).options(COMMAND).then().statusCode(204).header("Allow", "OPTIONS, POST");
        from(client).options("/api/documents/x/content").then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
    }
}
