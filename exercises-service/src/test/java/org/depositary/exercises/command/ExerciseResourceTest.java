package org.depositary.exercises.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.exercises.command.ExerciseCalls.EXERCISES;
import static org.depositary.exercises.command.ExerciseCalls.PEACE_MISSION;
import static org.depositary.exercises.command.ExerciseCalls.SOURCES;
import static org.depositary.exercises.command.ExerciseCalls.as;
import static org.depositary.exercises.command.ExerciseCalls.curator;
import static org.depositary.exercises.command.ExerciseCalls.exercise;
import static org.depositary.exercises.command.ExerciseCalls.record;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "exercises"))
class ExerciseResourceTest {

    @Inject
    StoredExerciseEvents stored;

    @AfterEach
    void everyEventKeepsItsContract() throws SQLException {
        stored.assertAllKeepTheirContract();
    }

    @Test
    void an_exercise_has_an_address_and_a_stream_of_its_own() {
        var answer = record(PEACE_MISSION);
        String id = answer.path("id");
        answer.then()
                .statusCode(201)
                .header("Location", "/api/exercises/" + id)
                .header("Depositary-Version", "exercise:" + id + "@1")
                .body("location", equalTo("/api/exercises/" + id))
                .body("version", equalTo("exercise:" + id + "@1"));
    }

    @Test
    void parties_are_canonical_as_of_the_start_date() throws SQLException {
        String id = record(PEACE_MISSION).path("id");
        var statement = stored.last(id);
        assertThat(statement.at("/participants/0/party").asText()).isEqualTo("CN");
        assertThat(statement.at("/participants/1/party").asText()).isEqualTo("RU");
        assertThat(statement.at("/participants/2/members-of").asText()).isEqualTo("sco");
        assertThat(statement.at("/phases/0/place/country").asText()).isEqualTo("CN");
        assertThat(statement.at("/legalBasis/invokedBy").asText()).isEqualTo("KZ");
        String soviet = record("""
                {"name":"West-81","kind":"exercise","status":"completed","dates":"1981-09",
                 "participants":[{"party":"cow:365","role":"host"}],%s}""".formatted(SOURCES)).path("id");
        assertThat(stored.last(soviet).at("/participants/0/party").asText()).isEqualTo("SUHH");
    }

    @Test
    void participants_outside_their_time_are_accepted_with_a_warning() {
        record("""
                {"name":"Early","kind":"exercise","status":"completed","dates":"1985-08",
                 "participants":[{"party":"KZ","role":"host"},{"party":"FR","role":"observer"}],
                 "legalBasis":{"invokedBy":"Uzbekistan","invoked":"1984"},%s}""".formatted(SOURCES))
                .then()
                .statusCode(201)
                .body(
                        "warnings",
                        contains(
                                "KZ began on 1991-12-16, after the effective date 1985-08",
                                "UZ began on 1991-08-31, after the effective date 1984"));
        record(PEACE_MISSION).then().statusCode(201).body("$", not(hasKey("warnings")));
    }

    @Test
    void coordinates_keep_the_digits_they_came_with() throws SQLException {
        String id = record(PEACE_MISSION).path("id");
        var place = stored.last(id).at("/phases/0/place");
        assertThat(place.get("lat").asText()).isEqualTo("43.8");
        assertThat(place.get("lon").asText()).isEqualTo("88");
    }

    @Test
    void an_array_is_recorded_all_or_none() throws SQLException {
        record("[" + exercise("One") + "," + exercise("Two") + "]")
                .then()
                .statusCode(201)
                .body("id", hasSize(2))
                .body("version", everyItem(endsWith("@1")));
        var before = stored.count();
        record("[" + exercise("Three") + "," + exercise("Four").replace("2007-08", "2007-13") + "]")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/1/dates"));
        assertThat(stored.count()).isEqualTo(before);
    }

    @Test
    void an_exercise_is_corrected_sourced_and_retracted() throws SQLException {
        var fact = record(PEACE_MISSION).header("Location");
        var id = fact.substring(EXERCISES.length() + 1);
        curator()
                .body("""
                        {"dates":"2007-08-09/2007-08-17","legalBasis":null,
                         "participants":[{"party":"Kazakhstan","role":"host","strength":{"min":10,"approximate":false}}],
                         "reason":"read more closely"}""")
                .post(fact + "/corrections")
                .then()
                .statusCode(201)
                .header("Depositary-Version", "exercise:" + id + "@2");
        var corrected = stored.last(id);
        assertThat(corrected.at("/dates").asText()).isEqualTo("2007-08-09/2007-08-17");
        assertThat(corrected.has("legalBasis")).isFalse();
        assertThat(corrected.at("/participants")).hasSize(1);
        assertThat(corrected.at("/participants/0/party").asText()).isEqualTo("KZ");
        assertThat(corrected.at("/series").asText()).isEqualTo("Peace Mission");
        assertThat(corrected.at("/corrected").toString()).isEqualTo("[\"dates\",\"legalBasis\",\"participants\"]");
        curator()
                .body("{\"title\":\"Another chronicle\"}")
                .post(fact + "/sources")
                .then()
                .statusCode(201)
                .header("Depositary-Version", "exercise:" + id + "@3");
        curator()
                .body("{}")
                .post(fact + "/verification")
                .then()
                .statusCode(201)
                .header("Depositary-Version", "exercise:" + id + "@4");
        assertThat(stored.last(id).path("sources")).hasSize(2);
        curator()
                .body("{\"reason\":\"never happened\"}")
                .post(fact + "/retraction")
                .then()
                .statusCode(201)
                .header("Depositary-Version", "exercise:" + id + "@5");
        curator()
                .body("{\"status\":\"cancelled\",\"reason\":\"after all\"}")
                .post(fact + "/corrections")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/already-retracted"));
    }

    @Test
    void the_same_request_under_one_key_is_answered_once() throws SQLException {
        var key = UUID.randomUUID().toString();
        var first =
                curator().header("Idempotency-Key", key).body(exercise("Keyed")).post(EXERCISES);
        first.then().statusCode(201);
        var before = stored.count();
        curator()
                .header("Idempotency-Key", key)
                .body(exercise("Keyed"))
                .post(EXERCISES)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .header("Depositary-Version", first.header("Depositary-Version"))
                .body("id", equalTo(first.path("id")));
        assertThat(stored.count()).isEqualTo(before);
        curator()
                .header("Idempotency-Key", key)
                .body(exercise("Keyed otherwise"))
                .post(EXERCISES)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/key-reused"));
        assertThat(stored.count()).isEqualTo(before);
    }

    @Test
    void a_stale_version_is_refused() {
        var recorded = record(exercise("Raced"));
        var fact = recorded.header("Location");
        var version = recorded.header("Depositary-Version");
        curator()
                .header("If-Match", "\"" + version + "\"")
                .body("{\"status\":\"running\",\"reason\":\"it began\"}")
                .post(fact + "/corrections")
                .then()
                .statusCode(201);
        curator()
                .header("If-Match", version)
                .body("{\"status\":\"cancelled\",\"reason\":\"it did not\"}")
                .post(fact + "/corrections")
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/stale"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":                                             | malformed     |
            "name":null                                          | invalid       | #/name
            "name":" "                                           | invalid       | #/name
            "name":5                                             | invalid       | #/name
            "kind":"manoeuvre"                                   | invalid       | #/kind
            "kind":null                                          | invalid       | #/kind
            "status":"over"                                      | invalid       | #/status
            "dates":"2007-13"                                    | invalid       | #/dates
            "dates":"2008/2007"                                  | invalid       | #/dates
            "dates":"2007-08-09T10:00:00Z/2007-08-17"            | invalid       | #/dates
            "dates":null                                         | invalid       | #/dates
            "sources":[]                                         | invalid       | #/sources
            "colour":"red"                                       | invalid       | #/colour
            "organizations":["KZ"]                               | invalid       | #/organizations/0
            "organizations":["No Slug"]                          | unknown-party | #/organizations/0
            "organizations":["kaz"]                              | unknown-party | #/organizations/0
            "organizations":[null]                               | invalid       | #/organizations/0
            "purpose":{}                                         | invalid       | #/purpose
            "phases":[{"days":2}]                                | invalid       | #/phases/0/place
            "phases":[{"place":{}}]                              | invalid       | #/phases/0/place
            "phases":[{"place":{"country":"csto"}}]              | invalid       | #/phases/0/place/country
            "phases":[{"place":{"country":"Atlantis"}}]          | unknown-party | #/phases/0/place/country
            "phases":[{"place":{"name":"A","lat":91,"lon":0}}]   | invalid       | #/phases/0/place/lat
            "phases":[{"place":{"name":"A","lat":1,"lon":181}}]  | invalid       | #/phases/0/place/lon
            "phases":[{"place":{"name":"A","lat":1}}]            | invalid       | #/phases/0/place/lon
            "phases":[{"place":{"name":"A"},"days":-1}]          | invalid       | #/phases/0/days
            "phases":[{"place":{"name":"A"},"days":2.5}]         | invalid       | #/phases/0/days
            "phases":[{"place":{"name":"A"},"dates":"2007-99"}]  | invalid       | #/phases/0/dates
            "participants":{}                                    | invalid       | #/participants
            "participants":[{"party":7,"role":"host"}]           | invalid       | #/participants/0/party
            "participants":[{"role":"host"}]                     | invalid       | #/participants/0
            "participants":[{"party":"CN"}]                      | invalid       | #/participants/0/role
            "participants":[{"party":"CN","role":"king"}]        | invalid       | #/participants/0/role
            "participants":[{"party":"Atlantis","role":"host"}]  | unknown-party | #/participants/0/party
            "participants":[{"members-of":"KZ","role":"host"}]   | invalid       | #/participants/0/members-of
            "participants":[{"party":"CN","members-of":"sco","role":"host"}]                    | invalid | #/participants/0
            "participants":[{"party":"CN","role":"host","strength":{}}]                         | invalid | #/participants/0/strength
            "participants":[{"party":"CN","role":"host","strength":{"min":-1}}]                 | invalid | #/participants/0/strength/min
            "participants":[{"party":"CN","role":"host","strength":{"min":5,"max":4}}]          | invalid | #/participants/0/strength/max
            "participants":[{"party":"CN","role":"host","strength":{"min":"5"}}]                | invalid | #/participants/0/strength/min
            "participants":[{"party":"CN","role":"host","forces":[""]}]                         | invalid | #/participants/0/forces/0
            "legalBasis":{"article":"4"}                         | invalid       | #/legalBasis
            "legalBasis":{"invokedBy":"Atlantis"}                | unknown-party | #/legalBasis/invokedBy
            "legalBasis":{"invokedBy":"KZ","invoked":"today"}    | invalid       | #/legalBasis/invoked
            """)
    void badInputIsToldWithAPointer(String field, String problem, String pointer) throws SQLException {
        var before = stored.count();
        var answer = record(problem.equals("malformed") ? field : with(field)).then();
        answer.statusCode(pointer == null ? 400 : 422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + problem));
        if (pointer != null) {
            answer.body("errors[0].pointer", equalTo(pointer));
        }
        assertThat(stored.count()).isEqualTo(before);
    }

    /** An exercise that is fine but for one field. */
    private static String with(String field) {
        var name = field.substring(0, field.indexOf(':'));
        var fine = List.of(
                "\"name\":\"Wrong\"",
                "\"kind\":\"exercise\"",
                "\"status\":\"completed\"",
                "\"dates\":\"2007\"",
                SOURCES);
        var others =
                fine.stream().filter(other -> !other.startsWith(name + ":")).toList();
        return "{" + field + "," + String.join(",", others) + "}";
    }

    @Test
    void everything_has_a_limit() {
        var many = "{\"place\":{\"name\":\"A\"}},".repeat(201);
        record(with("\"phases\":[" + many.substring(0, many.length() - 1) + "]"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("#/phases"));
        record(with("\"name\":\"" + "n".repeat(301) + "\""))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("#/name"));
    }

    @Test
    void a_correction_is_held_to_the_same_rules() {
        var fact = record(exercise("Corrected badly")).header("Location") + "/corrections";
        refused(fact, "{\"name\":null,\"reason\":\"why\"}", "#/name");
        refused(fact, "{\"status\":\"over\",\"reason\":\"why\"}", "#/status");
        refused(fact, "{\"phases\":[{\"place\":{\"name\":\"A\"},\"days\":-1}],\"reason\":\"why\"}", "#/phases/0/days");
        refused(fact, "{\"status\":\"cancelled\"}", "#/reason");
        refused(fact, "{\"reason\":\"why\"}", "#");
        refused(fact, "{\"status\":\"completed\",\"reason\":\"why\"}", "#");
    }

    private static void refused(String path, String body, String pointer) {
        curator().body(body).post(path).then().statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void only_curators_record() {
        as("contributor")
                .body(exercise("Forbidden"))
                .post(EXERCISES)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/forbidden"));
        given().contentType("application/json")
                .body(exercise("Anonymous"))
                .post(EXERCISES)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"));
        as("admin").body(exercise("Permitted")).post(EXERCISES).then().statusCode(201);
    }

    @Test
    void only_json_is_taken() {
        curator()
                .contentType("text/plain")
                .body(exercise("Plain"))
                .post(EXERCISES)
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unsupported-media-type"));
    }

    @Test
    void an_unknown_exercise_is_not_found() {
        for (var id : List.of(UUID.randomUUID().toString(), "peace-mission")) {
            curator()
                    .body("{\"reason\":\"gone\"}")
                    .post(EXERCISES + "/" + id + "/retraction")
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/not-found"));
        }
    }

    @Test
    void a_document_nobody_knows_yet_is_worth_another_try() {
        record(exercise("Cited").replace(SOURCES, """
                        "sources":[{"document":"00000000000000000000000000000000","anchor":"p-1","quote":"they met"}]"""))
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/passage-not-yet-known"));
    }
}
