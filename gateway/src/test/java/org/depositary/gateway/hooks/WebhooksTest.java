package org.depositary.gateway.hooks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.depositary.gateway.LiveClientsProfile;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests the commands and reads of webhooks. */
@QuarkusTest
@TestProfile(LiveClientsProfile.class)
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class WebhooksTest {

    private static final String URL = "http://127.0.0.1:9/hook";

    private final WebhookClient client = new WebhookClient("reader");

    @Inject
    MovedWebhookClock clock;

    @Inject
    @DataSource("clients")
    javax.sql.DataSource clients;

    private static Map<String, Object> body(Object... fields) {
        var body = new HashMap<String, Object>(Map.of("url", URL));
        for (int i = 0; i < fields.length; i += 2) {
            body.put((String) fields[i], fields[i + 1]);
        }
        return body;
    }

    @Test
    void the_secret_is_shown_once_and_stored_encrypted() throws SQLException {
        var created = client.post("", body("title", "Mine", "filter", Map.of("party", List.of("KAZ", "Uzbekistan"))))
                .statusCode(201)
                .header("Location", startsWith("/api/webhooks/"))
                .header("Cache-Control", "no-store")
                .body("secret", startsWith("whsec_"))
                .body("status", equalTo("active"))
                .body("filter.party", equalTo(List.of("KZ", "UZ")))
                .extract();
        var id = created.jsonPath().getString("id");
        client.get("/" + id).statusCode(200).body("secret", nullValue()).body("title", equalTo("Mine"));
        client.get("").statusCode(200).body("items", hasSize(1)).body("items[0].secret", nullValue());
        try (var connection = clients.getConnection();
                var select = connection.prepareStatement("SELECT secret FROM webhook WHERE id = ?")) {
            select.setObject(1, UUID.fromString(id));
            var row = select.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).startsWith("aes:").doesNotContain("whsec_");
        }
        client.delete(id).statusCode(204);
        client.get("/" + id).statusCode(404);
    }

    @Test
    void a_caller_sees_only_its_own_and_an_administrator_all() {
        var id = client.subscribe(body()).getString("id");
        var other = new WebhookClient("curator");
        other.get("/" + id).statusCode(404);
        other.get("").body("items", hasSize(0));
        other.delete(id).statusCode(404);
        other.post("/" + id + "/secret", null).statusCode(404);
        new WebhookClient("admin").get("/" + id).statusCode(200);
        given().get("/api/webhooks").then().statusCode(401);
        given().contentType("application/json")
                .body(body())
                .post("/api/webhooks")
                .then()
                .statusCode(401);
    }

    @Test
    void the_number_of_an_owner_is_limited_and_pages_list_all() {
        for (int i = 0; i < 5; i++) {
            client.subscribe(body("title", "Number " + i));
        }
        client.post("", body()).statusCode(429).body("type", equalTo("/problems/rate-limited"));
        var page = client.get("?limit=3").body("items", hasSize(3)).body("items[0].title", equalTo("Number 4"));
        var next = page.extract().jsonPath().getString("next");
        client.get("?limit=3&after=" + next).body("items", hasSize(2)).body("next", nullValue());
    }

    @Test
    void a_repeated_request_creates_nothing_new() {
        var key = UUID.randomUUID().toString();
        var first = client.postWithKey(body(), key).statusCode(201).extract().jsonPath();
        client.postWithKey(body(), key)
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.getString("id")))
                .body("secret", equalTo(first.getString("secret")));
        client.postWithKey(body("title", "Other"), key).statusCode(422).body("type", equalTo("/problems/key-reused"));
        client.get("").body("items", hasSize(1));
    }

    @Test
    void bad_input_is_refused_with_its_place() {
        refused(body("url", "ftp://example.org"), "#/url");
        refused(body("url", "http://user@example.org/"), "#/url");
        refused(body("filter", Map.of("organisation", List.of("sco"))), "#/filter/organisation");
        refused(body("filter", Map.of("party", List.of("Atlantis"))), "#/filter");
        refused(body("filter", Map.of("kind", List.of("gossip"))), "#/filter");
        refused(body("since", "yesterday"), "#/since");
        refused(body("since", "2026-13-01T00:00:00Z"), "#/since");
        refused(body("since", "abcdefgh.5"), "#/since");
        refused(body("title", "t".repeat(301)), "#/title");
        given().auth()
                .oauth2(RealPostgresAndKafka.token("reader"))
                .contentType("application/json")
                .body("null")
                .post("/api/webhooks")
                .then()
                .statusCode(422);
        client.get("/not-an-id").statusCode(404);
        client.get("?after=x").statusCode(400);
        var id = client.subscribe(body()).getString("id");
        client.get("/" + id + "/deliveries?status=lost").statusCode(400);
        client.post("/" + id + "/replay", Map.of()).statusCode(422);
    }

    private void refused(Map<String, Object> body, String pointer) {
        client.post("", body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void a_ping_of_a_webhook_that_is_deleted_meanwhile_returns_what_came_of_it() {
        try (var receiver = new TestReceiver()) {
            var id = client.subscribe(body("url", receiver.url())).getString("id");
            receiver.answering(request -> client.delete(id).extract().statusCode());
            client.post("/" + id + "/ping", null)
                    .statusCode(200)
                    .body("status", equalTo("delivered"))
                    .body("responseStatus", equalTo(204));
            client.get("/" + id).statusCode(404);
        }
    }

    @Test
    void a_ping_returns_what_came_of_it() {
        try (var receiver = new TestReceiver()) {
            var id = client.subscribe(body("url", receiver.url())).getString("id");
            client.post("/" + id + "/ping", null)
                    .statusCode(200)
                    .body("status", equalTo("delivered"))
                    .body("type", equalTo("org.depositary.webhook.ping.v1"));
            // Then the last ping was less than two seconds ago, however long the first one took.
            clock.move(Duration.ofHours(-1));
            client.post("/" + id + "/ping", null).statusCode(429);
            clock.reset();
            assertThat(receiver.received()).hasSize(1);
        }
        var unreachable = client.subscribe(body()).getString("id");
        client.post("/" + unreachable + "/ping", null)
                .statusCode(200)
                .body("status", equalTo("failed"))
                .body("problem", not(containsString("\n")));
    }
}
