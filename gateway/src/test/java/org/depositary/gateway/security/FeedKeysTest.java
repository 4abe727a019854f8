package org.depositary.gateway.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.depositary.gateway.ClosedReadsProfile;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the secret URLs of feeds where reads need a token. */
@QuarkusTest
@Tag("full")
@TestProfile(ClosedReadsProfile.class)
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class FeedKeysTest {

    private static final String KEYS = "/api/feed-keys";

    private final String subject = "reader-" + UUID.randomUUID();

    @Inject
    @DataSource("clients")
    javax.sql.DataSource clients;

    private static RequestSpecification as(String role, String subject) {
        return given().auth().oauth2(RealPostgresAndKafka.token(role, subject));
    }

    private ValidatableResponse add(String title) {
        return as("reader", subject)
                .contentType(ContentType.JSON)
                .body("{\"title\": \"%s\"}".formatted(title))
                .post(KEYS)
                .then();
    }

    private JsonPath added() {
        return add("My reader").statusCode(201).extract().jsonPath();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/changes/feed.atom", "/api/changes/feed.rss", "/api/changes/feed.json", "/api/notices.atom"
            })
    void a_key_opens_feeds_until_it_is_deleted(String feed) {
        var key = added();
        given().get(feed).then().statusCode(401);
        given().get(feed + "?key=nonsense").then().statusCode(401).contentType("application/problem+json");
        var address = feed + "?key=" + key.getString("key");
        given().get(address).then().statusCode(200).header("Cache-Control", not(containsString("public")));
        given().head(address).then().statusCode(200);
        as("reader", subject).delete(key.getString("url")).then().statusCode(204);
        given().get(address).then().statusCode(401);
    }

    @Test
    void a_key_opens_nothing_else() {
        var key = added().getString("key");
        for (var path : new String[] {"/api/changes", "/api/changes/stream", "/api/organizations", KEYS}) {
            given().queryParam("key", key).get(path).then().statusCode(401);
        }
        given().queryParam("key", key)
                .contentType(ContentType.JSON)
                .body("{\"title\": \"x\"}")
                .post(KEYS)
                .then()
                .statusCode(401);
    }

    @Test
    void links_between_documents_of_the_feed_have_the_key_and_no_others() {
        var key = added().getString("key");
        var feed = given().get("/api/changes/feed.atom?key=" + key).xmlPath();
        assertThat(feed.getString("feed.link.find { it.@rel == 'self' }.@href")).endsWith("key=" + key);
        assertThat(feed.getString("feed.link.find { it.@rel == 'alternate' }.@href"))
                .doesNotContain("key=");
        assertThat(feed.getString("feed.id")).doesNotContain(key);
    }

    @Test
    void the_secret_is_shown_once_and_stored_as_a_hash() throws Exception {
        var response =
                add("Once").statusCode(201).header("Cache-Control", "no-store").header("Location", startsWith(KEYS));
        var key = response.extract().jsonPath();
        as("reader", subject).get(key.getString("url")).then().statusCode(200).body("key", equalTo(null));
        as("reader", subject).get(KEYS).then().body("items.id", hasItem(key.getString("id")));
        try (var connection = clients.getConnection();
                var select = connection.prepareStatement("SELECT k::text FROM feed_key k WHERE id::text = ?")) {
            select.setString(1, key.getString("id"));
            var row = select.executeQuery();
            row.next();
            assertThat(row.getString(1)).doesNotContain(key.getString("key")).contains("Once");
        }
    }

    @Test
    void keys_belong_to_their_subject_and_an_administrator_can_list_and_delete_all() {
        var earlier = added();
        var key = added();
        as("reader", "another").get(key.getString("url")).then().statusCode(404);
        as("reader", "another").delete(key.getString("url")).then().statusCode(404);
        as("reader", "another").get(KEYS).then().body("items", hasSize(0));
        as("admin", "root").get(key.getString("url")).then().statusCode(200).body("owner", equalTo(subject));
        var newest = as("admin", "root")
                .get(KEYS + "?limit=1")
                .then()
                .statusCode(200)
                .extract();
        assertThat(newest.jsonPath().getList("items.owner")).containsExactly(subject);
        assertThat(newest.jsonPath().getList("items.id")).containsExactly(key.getString("id"));
        assertThat(newest.header("Link")).contains("after=" + newest.path("next"));
        as("admin", "root")
                .get(KEYS + "?limit=1&after=" + newest.path("next"))
                .then()
                .body("items.id", equalTo(List.of(earlier.getString("id"))));
        as("admin", "root").delete(key.getString("url")).then().statusCode(204);
        as("reader", subject).get(KEYS + "/no-id").then().statusCode(404);
    }

    @Test
    void a_subject_has_a_limit_of_keys_and_titles_are_checked() {
        for (int i = 0; i < 20; i++) {
            add("Key " + i).statusCode(201);
        }
        add("One more").statusCode(422).body("detail", containsString("You have 20 keys"));
        add(" ").statusCode(422).body("errors[0].pointer", equalTo("#/title"));
        add("x".repeat(201)).statusCode(422);
    }
}
