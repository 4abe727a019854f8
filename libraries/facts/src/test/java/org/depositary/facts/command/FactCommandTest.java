package org.depositary.facts.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** The way of a command on facts: parse, then check, decide and append in a unit of work that may run again. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "facts"))
class FactCommandTest {

    private static final String SOURCES = "\"sources\":[{\"title\":\"A chronicle\",\"uri\":\"https://example.org/\"}]";

    @Inject
    DataSource dataSource;

    private final String region = "pamir-" + UUID.randomUUID();

    @Test
    void after_a_lost_race_a_recording_is_decided_again_but_not_parsed_again() throws SQLException {
        ExpeditionResource.lose(() -> record(expedition("1871")).statusCode(201));
        record(expedition("1876")).statusCode(201).header("Depositary-Version", "expedition:" + region + "@2");
        assertThat(ExpeditionResource.DECIDED).hasValue(3);
        assertThat(ExpeditionResource.PARSED).hasValue(2);
        assertThat(events("year")).containsExactly("1871", "1876");
    }

    @Test
    void after_a_lost_race_the_new_state_decides() throws SQLException {
        ExpeditionResource.lose(() -> record(expedition("1876")).statusCode(201));
        record(expedition("1876")).statusCode(409).body("detail", equalTo("Two expeditions in one year"));
        assertThat(events("year")).containsExactly("1876");
    }

    @Test
    void after_a_lost_race_a_registration_is_not_parsed_again() {
        ExpeditionResource.lose(() -> register("A chronicle").statusCode(201));
        register("A chronicle").statusCode(200).body("version", equalTo("expedition:" + region + "@1"));
        assertThat(ExpeditionResource.PARSED).hasValue(2);
        register("A memoir").statusCode(409).body("conflictsWith[0]", equalTo("/api/expeditions/" + region));
    }

    @Test
    void after_a_lost_race_a_correction_amends_the_new_statement_with_the_fields_of_the_request() throws SQLException {
        var fact = record(expedition("1868")).extract().header("Location");
        ExpeditionResource.lose(() -> change(fact + "/corrections", "{\"year\":\"1871\",\"reason\":\"misread\"}")
                .statusCode(201));
        change(fact + "/corrections", "{\"leader\":\"Fedchenko\",\"reason\":\"unnamed so far\"}")
                .statusCode(201)
                .header("Depositary-Version", "expedition:" + region + "@3");
        assertThat(events("leader")).endsWith("Fedchenko (1871)");
        assertThat(events("year")).endsWith("1871", "1871");
    }

    @Test
    void a_claim_has_an_address_of_its_own_after_a_lost_race() {
        var fact = record(expedition("1876")).extract().header("Location");
        var claim = "{\"value\":{\"year\":\"%s\"},%s}";
        ExpeditionResource.lose(() -> change(fact + "/claims", claim.formatted("1877", SOURCES))
                .statusCode(201)
                .header("Location", fact + "/claims/2"));
        change(fact + "/claims", claim.formatted("1878", SOURCES))
                .statusCode(201)
                .header("Location", fact + "/claims/3")
                .body("claim", equalTo(3));
    }

    @Test
    void a_verification_is_recorded_with_the_sources_that_were_checked() throws SQLException {
        var fact = record(expedition("1876")).extract().header("Location");
        change(fact + "/verification", "{}")
                .statusCode(201)
                .header("Location", fact)
                .header("Depositary-Version", "expedition:" + region + "@2");
        change(fact + "/verification", "{\"sources\":[{\"title\":\"A memoir\"}]}")
                .statusCode(201);
        change(fact + "/verification", "{\"reason\":\"none\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/reason"));
        change(fact + "/verification", "{\"sources\":[]}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/sources"));
        var unknown = "{\"sources\":[{\"document\":\"%s\",\"anchor\":\"p1\"}]}".formatted("0".repeat(32));
        change(fact + "/verification", unknown).statusCode(503);
        assertThat(events("sources"))
                .hasSize(3)
                .startsWith(events("sources").get(1))
                .last(STRING)
                .contains("A memoir");
    }

    @Test
    void a_verification_is_replayed_under_its_key_and_respects_the_expected_version() {
        var fact = record(expedition("1876")).extract().header("Location");
        var key = UUID.randomUUID().toString();
        for (var replayed : new String[] {null, "true"}) {
            given(curator())
                    .header("Idempotency-Key", key)
                    .header("If-Match", "expedition:" + region + "@1")
                    .body("{}")
                    .post(fact + "/verification")
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", replayed)
                    .header("Depositary-Version", "expedition:" + region + "@2");
        }
        given(curator())
                .header("If-Match", "expedition:" + region + "@1")
                .body("{}")
                .post(fact + "/verification")
                .then()
                .statusCode(412);
    }

    @Test
    void what_is_missing_is_reported_before_what_is_invalid() {
        given(curator())
                .body("{}")
                .post("/api/expeditions/of/" + ExpeditionResource.CLOSED_REGION)
                .then()
                .statusCode(404);
        change("/api/expeditions/" + UUID.randomUUID() + "/corrections", "{}").statusCode(404);
    }

    @Test
    void what_is_invalid_is_reported_before_quotes_are_looked_up() {
        var unknown =
                "\"sources\":[{\"document\":\"%s\",\"anchor\":\"p1\",\"quote\":\"words\"}]".formatted("0".repeat(32));
        record("{\"year\":\"1876\",%s}".formatted(unknown))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/leader"));
        record("{\"year\":\"1876\",\"leader\":\"Skobelev\",%s}".formatted(unknown))
                .statusCode(503);
    }

    @Test
    void a_flaw_and_a_wrong_quote_say_in_which_item_they_are() throws SQLException {
        var document = UUID.randomUUID().toString().replace("-", "");
        store(document, "In 1876 Skobelev crossed the Alai.");
        var quoting =
                "{\"year\":\"1876\",\"leader\":\"Skobelev\",\"sources\":[{\"document\":\"%s\",\"anchor\":\"p1\",\"quote\":\"%s\"}]}";
        var wrong = quoting.formatted(document, "Fedchenko");
        record("[" + expedition("1871") + "," + wrong + "]")
                .statusCode(422)
                .body("type", equalTo("/problems/misquoted"))
                .body("detail", startsWith("Item 1: "))
                .body("errors[0].pointer", equalTo("#/1/sources/0/quote"))
                .body(not(containsString("Alai")));
        record("[" + expedition("1871") + ",{" + SOURCES + "}]")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/1/year"));
        assertThat(events("year")).isEmpty();
        var right = quoting.formatted(document, "Skobelev  crossed");
        record("[" + expedition("1871") + "," + right + "]").statusCode(201);
        assertThat(events("year")).containsExactly("1871", "1876");
    }

    @Test
    void a_quote_goes_on_in_the_next_passages() throws SQLException {
        var document = UUID.randomUUID().toString().replace("-", "");
        store(document, "In 1876 Skobelev crossed", "Note 1. Ibid.", "the Alai. He came", "back in autumn.");
        var quoting =
                "{\"year\":\"%s\",\"leader\":\"Skobelev\",\"sources\":[{\"document\":\"%s\",\"anchor\":\"%s\",\"quote\":\"%s\"}]}";
        record(quoting.formatted("1876", document, "p1", "Skobelev crossed the Alai. He came back"))
                .statusCode(201);
        record(quoting.formatted("1877", document, "p1", "crossed Note 1. Ibid. the Alai"))
                .statusCode(201);
        record(quoting.formatted("1878", document, "p3", "crossed the Alai"))
                .statusCode(422)
                .body("errors[0].detail", equalTo("The quote does not begin in passage p3"));
    }

    @Test
    void the_refusal_of_a_body_that_cannot_be_parsed_is_kept_under_its_key() throws SQLException {
        var key = UUID.randomUUID().toString();
        var invalid = "{\"year\":\"1876\"," + SOURCES + "}";
        record(key, invalid).statusCode(422).header("Idempotency-Replayed", nullValue());
        record(key, invalid).statusCode(422).header("Idempotency-Replayed", "true");
        record(key, expedition("1876")).statusCode(422).body("type", equalTo("/problems/key-reused"));
        assertThat(events("year")).isEmpty();
    }

    private ValidatableResponse record(String body) {
        return given(curator()).body(body).post("/api/expeditions/of/" + region).then();
    }

    private ValidatableResponse record(String key, String body) {
        return given(curator())
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/expeditions/of/" + region)
                .then();
    }

    /** Under the name of the region. */
    private ValidatableResponse register(String source) {
        var body = "{\"region\":\"Pamir\",\"year\":\"1876\",\"leader\":\"Skobelev\","
                + SOURCES.replace("A chronicle", source) + "}";
        return given(curator()).body(body).put("/api/expeditions/" + region).then();
    }

    private static ValidatableResponse change(String path, String body) {
        return given(curator()).body(body).post(path).then();
    }

    private static RequestSpecification curator() {
        return given().auth().oauth2(RealPostgresAndKafka.token("curator")).contentType("application/json");
    }

    private static String expedition(String year) {
        return "{\"year\":\"%s\",\"leader\":\"Unknown\",%s}".formatted(year, SOURCES);
    }

    /** Stores a text of one chunk, with passages p1, p2 … */
    private void store(String document, String... paragraphs) throws SQLException {
        try (var connection = dataSource.getConnection();
                var chunk = connection.prepareStatement("INSERT INTO text_chunk VALUES (?, 0, 1, 1)");
                var passage = connection.prepareStatement("""
                    INSERT INTO passage (document, chunk, ordinal, anchor, kind, text) VALUES (?, 0, ?, ?, ?, ?)
                    """)) {
            chunk.setString(1, document);
            chunk.executeUpdate();
            for (int i = 0; i < paragraphs.length; i++) {
                passage.setString(1, document);
                passage.setInt(2, i);
                passage.setString(3, "p" + (i + 1));
                passage.setString(4, paragraphs[i].startsWith("Note") ? "footnote" : "paragraph");
                passage.setString(5, paragraphs[i]);
                passage.executeUpdate();
            }
        }
    }

    /** The field in each event of the region, in order. */
    private List<String> events(String field) throws SQLException {
        var sql = "SELECT data ->> ? FROM event WHERE stream_id = ? ORDER BY version";
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, field);
            select.setString(2, "expedition:" + region);
            var rows = select.executeQuery();
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
