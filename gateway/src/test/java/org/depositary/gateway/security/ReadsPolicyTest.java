package org.depositary.gateway.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.depositary.gateway.ClosedReadsProfile;
import org.depositary.gateway.ServerSentEventClient;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that one setting closes every way to read. */
@QuarkusTest
@Tag("full")
@TestProfile(ClosedReadsProfile.class)
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ReadsPolicyTest {

    @TestHTTPResource
    URI origin;

    @TestHTTPResource(management = true)
    URI management;

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/changes",
                "/api/changes/stream",
                "/api//changes",
                "/api/changes/",
                "/api/organizations",
                "/graphql",
                "/graphql/",
                "/graphql/schema.graphql",
                "/oembed"
            })
    void without_a_token_nothing_is_read(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"));
    }

    @Test
    void queries_need_a_token() {
        var query = "{\"query\": \"{ cursor }\"}";
        given().contentType("application/json")
                .body(query)
                .post("/graphql")
                .then()
                .statusCode(401);
        with(RealPostgresAndKafka.token("reader"))
                .contentType("application/json")
                .body(query)
                .post("/graphql")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("private"));
    }

    @Test
    void with_a_token_changes_are_read_and_no_cache_gives_them_to_others() {
        with(RealPostgresAndKafka.token("reader"))
                .get("/api/changes")
                .then()
                .statusCode(200)
                .header("Vary", allOf(containsString("Authorization"), containsString("Cookie")))
                .header("Cache-Control", containsString("private"));
    }

    @Test
    void a_stream_ends_when_its_token_expires() {
        // On a busy machine, a token may expire before its request is authenticated: then another one is tried.
        var stream = await("a stream that ended").until(this::streamOfTwoSeconds, ended -> ended.statusCode() == 200);
        assertThat(stream.body()).contains("retry:");
    }

    /** Returns when the gateway ends the stream. */
    private HttpResponse<String> streamOfTwoSeconds() throws Exception {
        var token = RealPostgresAndKafka.token("reader", "stream", Duration.ofSeconds(2));
        var request = HttpRequest.newBuilder(origin.resolve("/api/changes/stream"))
                .header("Authorization", "Bearer " + token)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    @Test
    void a_page_finds_out_without_a_token_that_nobody_is_logged_in() {
        given().get("/api/session").then().statusCode(200).body("authenticated", equalTo(false));
    }

    @Test
    void a_bad_token_is_refused() {
        with("nonsense").get("/api/changes").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void health_is_open_on_the_management_port() {
        given().get(management.resolve("/q/health/live")).then().statusCode(200);
    }

    @Test
    void the_stream_is_closed_too() {
        try (var source = ServerSentEventClient.open(origin.resolve("/api/changes/stream"))) {
            assertThat(source.status()).isEqualTo(401);
        }
    }
}
