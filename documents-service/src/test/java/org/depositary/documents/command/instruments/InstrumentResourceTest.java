package org.depositary.documents.command.instruments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.depositary.documents.command.DocumentCalls;
import org.depositary.testing.ContractFiles;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "documents"))
class InstrumentResourceTest {

    private static final String SOURCES = """
            "sources":[{"title":"A chronicle","author":"A. Chronicler","published":"2007","locator":"p. 12"}]""";

    @Inject
    DataSource dataSource;

    @Inject
    ObjectMapper mapper;

    @AfterEach
    void everyEventKeepsItsContract() throws SQLException, IOException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "SELECT type, data FROM event WHERE stream_id LIKE 'instrument:%' OR stream_id LIKE 'act:%'")) {
            for (var row = select.executeQuery(); row.next(); ) {
                ContractFiles.assertValid("events/document/" + row.getString(1), 1, mapper.readTree(row.getString(2)));
            }
        }
    }

    private static RequestSpecification as(String role) {
        return given().contentType("application/json").auth().oauth2(RealPostgresAndKafka.token(role));
    }

    private static ValidatableResponse put(String path, String body) {
        return as("curator").body(body).put(path).then();
    }

    private static ValidatableResponse post(String path, String body) {
        return as("curator").body(body).post(path).then();
    }

    private static String treaty() {
        var path = "/api/instruments/treaty-" + UUID.randomUUID();
        put(path, "{\"names\":{\"en\":\"A treaty\"},\"type\":\"treaty\",%s}".formatted(SOURCES))
                .statusCode(201);
        return path;
    }

    private static String act(String party, String act, String effective) {
        return "{\"party\":\"%s\",\"act\":\"%s\",\"effective\":\"%s\",%s}".formatted(party, act, effective, SOURCES);
    }

    private static String recorded(String treaty, String act) {
        return post(treaty + "/acts", act).statusCode(201).extract().header("Location");
    }

    private JsonNode last(String stream) throws SQLException, IOException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "SELECT data FROM event WHERE stream_id = ? ORDER BY version DESC LIMIT 1")) {
            select.setString(1, stream);
            var row = select.executeQuery();
            row.next();
            return mapper.readTree(row.getString(1));
        }
    }

    @Test
    void an_instrument_is_registered_once_in_canonical_form() throws SQLException, IOException {
        var slug = "convention-" + UUID.randomUUID();
        var path = "/api/instruments/" + slug;
        var body = """
                {"names":{"en":"Shanghai Convention"},"type":"convention","acronym":"SC",
                 "dates":{"signed":"2001-06-15","inForce":"2003-03-29"},
                 "inForceRule":{"ratifications":4,"after":"P30D"},
                 "place":"Shanghai","parties":["CHN","Kazakhstan","cow:365"],"organizations":["sco"],
                 "articles":21,"documents":["0123456789abcdef0123456789abcdef"],"depositary":"China",%s}""".formatted(SOURCES);
        put(path, body)
                .statusCode(201)
                .header("Location", equalTo(path))
                .body("version", equalTo("instrument:%s@1".formatted(slug)));
        put(path, body).statusCode(200);
        put(path, body.replace("21", "22")).statusCode(409).body("conflictsWith", contains(path));

        var stored = last("instrument:" + slug);
        assertThat(stored.at("/parties").toString()).isEqualTo("[\"CN\",\"KZ\",\"RU\"]");
        assertThat(stored.at("/place/name").asText()).isEqualTo("Shanghai");
        assertThat(stored.at("/inForceRule/after").asText()).isEqualTo("P30D");
    }

    @Test
    void what_is_wrong_with_an_instrument_is_said_with_its_pointer() {
        var path = "/api/instruments/bad-" + UUID.randomUUID();
        put(path, "{\"names\":{\"en\":\"A\"},%s}".formatted(SOURCES))
                .statusCode(422)
                .body("errors.pointer", hasItem("#/type"));
        put(path, "{\"names\":{\"en\":\"A\"},\"type\":\"treaty\"}")
                .statusCode(422)
                .body("errors.pointer", hasItem("#/sources"));
        var valid = "{\"names\":{\"en\":\"A\"},\"type\":\"treaty\",%s,%s}";
        put(path, valid.formatted("\"articles\":0", SOURCES))
                .statusCode(422)
                .body("errors.pointer", hasItem("#/articles"));
        put(path, valid.formatted("\"articles\":2.5", SOURCES)).statusCode(422);
        put(path, valid.formatted("\"parties\":[\"KZ\",\"Atlantis\"]", SOURCES))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-party"))
                .body("errors.pointer", hasItem("#/parties/1"));
        put(path, valid.formatted("\"organizations\":[\"KZ\"]", SOURCES))
                .statusCode(422)
                .body("errors.pointer", hasItem("#/organizations/0"));
        put(path, valid.formatted("\"documents\":[\"x\"]", SOURCES))
                .statusCode(422)
                .body("errors.pointer", hasItem("#/documents/0"));
        put(path, valid.formatted("\"inForceRule\":{\"ratifications\":0,\"after\":\"soon\"}", SOURCES))
                .statusCode(422)
                .body("errors.pointer", contains("#/inForceRule/ratifications", "#/inForceRule/after"));
        put(path, valid.formatted("\"dates\":{\"signed\":\"2001-13\"}", SOURCES))
                .statusCode(422)
                .body("errors.pointer", hasItem("#/dates/signed"));
        put("/api/instruments/Not_A_Slug", "{}").statusCode(422);
    }

    @Test
    void dates_in_an_unusual_order_are_a_warning() {
        put("/api/instruments/odd-" + UUID.randomUUID(), """
                {"names":{"en":"A"},"type":"treaty","dates":{"signed":"2001","inForce":"1999"},%s}""".formatted(SOURCES))
                .statusCode(201)
                .body("warnings", contains("in force (1999) before signed (2001)"));
    }

    @Test
    void an_instrument_is_corrected_disputed_and_retracted_like_any_fact() {
        var treaty = treaty();
        post(treaty + "/corrections", "{\"articles\":26,\"reason\":\"left out\"}")
                .statusCode(201);
        post(treaty + "/claims", "{\"value\":{\"dates\":{\"signed\":\"2002-07-07\"}},%s}".formatted(SOURCES))
                .statusCode(201)
                .header("Location", equalTo(treaty + "/claims/2"));
        post(treaty + "/claims/2/preference", "{\"reason\":\"the text itself\"}")
                .statusCode(201);
        post(treaty + "/sources", "{\"title\":\"Another chronicle\"}").statusCode(201);
        post(treaty + "/verification", "{}").statusCode(201);
        post(treaty + "/claims/1/withdrawal", "{\"reason\":\"misread\"}").statusCode(201);
        post(treaty + "/corrections", "{\"type\":\"Not one word\",\"reason\":\"x\"}")
                .statusCode(422)
                .body("errors.pointer", hasItem("#/type"));
        post(treaty + "/retraction", "{\"reason\":\"recorded twice\"}").statusCode(201);
        post(treaty + "/acts", act("KZ", "signature", "2001")).statusCode(404);
    }

    @Test
    void each_party_of_an_instrument_has_a_stream_of_its_acts() throws SQLException, IOException {
        var treaty = treaty();
        var slug = treaty.substring("/api/instruments/".length());
        post(treaty + "/acts", act("Kazakhstan", "signature", "2001-06-15"))
                .statusCode(201)
                .header("Location", startsWith("/api/acts/"))
                .body("version", equalTo("act:%s/KZ@1".formatted(slug)));
        post(treaty + "/acts", act("cow:365", "signature", "2001-06-15"))
                .statusCode(201)
                .body("version", equalTo("act:%s/RU@1".formatted(slug)));
        assertThat(last("act:%s/RU".formatted(slug)).path("instrument").asText())
                .isEqualTo(slug);
    }

    @Test
    void an_act_that_cannot_follow_names_the_act_in_the_way() {
        var treaty = treaty();
        var ratification = recorded(treaty, act("KZ", "ratification", "2002"));
        post(treaty + "/acts", act("KZ", "accession", "2004"))
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("detail", containsString("has consented to be bound already"))
                .body("conflictsWith", contains(ratification));
        post(treaty + "/acts", act("KZ", "reservation-withdrawal", "2004")).statusCode(409);
        post(treaty + "/acts", act("RU", "denunciation", "2004")).statusCode(409);
        recorded(treaty, act("RU", "ratification", "2004"));
    }

    @Test
    void acts_sent_together_are_recorded_all_or_none() {
        var treaty = treaty();
        post(
                        treaty + "/acts",
                        "[%s,%s]"
                                .formatted(
                                        act("KZ", "ratification", "2002"), act("RU", "reservation-withdrawal", "2002")))
                .statusCode(409);
        post(
                        treaty + "/acts",
                        "[%s,%s,%s]"
                                .formatted(
                                        act("KZ", "reservation", "2002"),
                                        act("KZ", "ratification", "2002"),
                                        act("RU", "signature", "2002")))
                .statusCode(201)
                .body("id", hasSize(3))
                .body("version", hasItem(endsWith("/KZ@2")));
        post(
                        treaty + "/acts",
                        "[%s,%s]"
                                .formatted(
                                        act("TJ", "signature", "2002"), act("TJ", "territorial-application", "2002")))
                .statusCode(422)
                .body("errors.pointer", contains("#/1/territory"));
    }

    @Test
    void an_act_is_corrected_disputed_and_retracted_like_any_fact() {
        var treaty = treaty();
        var signature = recorded(treaty, act("UZ", "signature", "2001-06-15"));
        post(signature + "/corrections", "{\"effective\":\"2001-06-16\",\"reason\":\"misread\"}")
                .statusCode(201);
        post(signature + "/corrections", "{\"party\":\"KZ\",\"reason\":\"misread\"}")
                .statusCode(422)
                .body("errors.pointer", contains("#/party"));
        post(signature + "/claims", "{\"holds\":false,%s}".formatted(SOURCES)).statusCode(201);
        var reservation = recorded(treaty, act("UZ", "reservation", "2003"));
        var withdrawal = recorded(treaty, act("UZ", "reservation-withdrawal", "2012"));
        post(reservation + "/retraction", "{\"reason\":\"misread\"}")
                .statusCode(409)
                .body("conflictsWith", contains(withdrawal));
        post(withdrawal + "/retraction", "{\"reason\":\"misread\"}").statusCode(201);
        post(reservation + "/retraction", "{\"reason\":\"misread\"}").statusCode(201);
        post("/api/acts/" + UUID.randomUUID() + "/retraction", "{\"reason\":\"misread\"}")
                .statusCode(404);
    }

    @Test
    void only_curators_record_acts_and_only_of_registered_instruments() {
        as("contributor")
                .body(act("KZ", "signature", "2001"))
                .post(treaty() + "/acts")
                .then()
                .statusCode(403);
        post("/api/instruments/unheard-of/acts", act("KZ", "signature", "2001")).statusCode(404);
    }

    @Test
    void a_quote_is_checked_against_the_passage_of_an_own_document() {
        var text = "The six parties signed the convention in June 2001, and a seventh did not.";
        var bytes = DocumentCalls.words(text);
        DocumentCalls.send("text/plain", bytes).then().statusCode(202);
        var source = "\"sources\":[{\"document\":\"%s\",\"anchor\":\"p-1\",\"quote\":\"%s\"}]";
        var treaty = treaty();
        var body = act("KZ", "signature", "2001-06")
                .replace(SOURCES, source.formatted(DocumentCalls.id(bytes), "six parties signed"));
        await().until(() -> as("curator").body(body).post(treaty + "/acts").statusCode() == 201);
        post(treaty + "/acts", body.replace("\"KZ\"", "\"RU\"").replace("six parties", "all parties"))
                .statusCode(422)
                .body("type", equalTo("/problems/misquoted"));
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains(text);
    }

    @Test
    void a_quote_may_be_of_the_text_as_extracted_or_as_repaired() {
        var bytes = DocumentCalls.words("The parties ended their long confict and signed the frst convention in June.");
        DocumentCalls.send("text/plain", bytes).then().statusCode(202);
        var source = "\"sources\":[{\"document\":\"%s\",\"anchor\":\"p-1\",\"quote\":\"%s\"}]";
        var treaty = treaty();
        var body = act("KZ", "signature", "2001-06")
                .replace(SOURCES, source.formatted(DocumentCalls.id(bytes), "signed the first convention"));
        await().until(() -> as("curator").body(body).post(treaty + "/acts").statusCode() == 201);
        post(treaty + "/acts", body.replace("\"KZ\"", "\"RU\"").replace("first", "frst"))
                .statusCode(201);
        post(treaty + "/acts", body.replace("\"KZ\"", "\"UZ\"").replace("first", "fist"))
                .statusCode(422);
    }
}
