package org.depositary.exercises.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.exercises.command.ExerciseCalls.EXERCISES;
import static org.depositary.exercises.command.ExerciseCalls.SOURCES;
import static org.depositary.exercises.command.ExerciseCalls.curator;
import static org.depositary.exercises.command.ExerciseCalls.exercise;
import static org.depositary.exercises.command.ExerciseCalls.record;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Steps and participations, which are facts of their own about an exercise. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "exercises"))
class ExercisePartResourceTest {

    @Inject
    StoredExerciseEvents stored;

    @AfterEach
    void everyEventKeepsItsContract() throws SQLException {
        stored.assertAllKeepTheirContract();
    }

    private static String announced() {
        return record(exercise("Interaction").replace("completed", "announced").replace("2007-08", "2025"))
                .path("id");
    }

    private static ValidatableResponse post(String path, String body) {
        return curator().body(body).post(path).then();
    }

    private static String dated(String effective) {
        return "{\"effective\":\"%s\",%s}".formatted(effective, SOURCES);
    }

    @Test
    void an_exercise_is_scheduled_started_and_completed() throws SQLException {
        var exercise = EXERCISES + "/" + announced();
        post(exercise + "/schedule", """
                {"effective":"2025-02","dates":"2025-06-01/2025-06-10","party":"Kazakhstan",%s}""".formatted(SOURCES))
                .statusCode(201)
                .header("Location", startsWith("/api/exercise-steps/"));
        assertThat(stored.last(exercise.substring(EXERCISES.length() + 1))
                        .path("party")
                        .asText())
                .isEqualTo("KZ");
        var start = post(exercise + "/start", dated("2025-06-02"))
                .statusCode(201)
                .extract()
                .header("Location");
        post(exercise + "/completion", dated("2025-06-10")).statusCode(201);
        post(exercise + "/start", dated("2025-06-03"))
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("conflictsWith", contains(start));
        post(exercise + "/cancellation", dated("2025-06-03")).statusCode(409);
        post(start + "/corrections", "{\"effective\":\"2025-06-01\",\"reason\":\"misread\"}")
                .statusCode(201);
        post(start + "/corrections", "{\"step\":\"completion\",\"reason\":\"misread\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/step"));
        post(start + "/claims", """
                {"value":{"effective":"2025-06-04"},%s}""".formatted(SOURCES)).statusCode(201);
    }

    @Test
    void steps_that_depend_on_each_other_are_sent_together() {
        var exercise = EXERCISES + "/" + announced();
        post(exercise + "/completion", dated("2025-06-10")).statusCode(409).body("conflictsWith", contains(exercise));
        post(exercise + "/steps", """
                [{"step":"start","effective":"2025-06-01",%1$s},{"step":"completion","effective":"2025-06-10",%1$s}]""".formatted(SOURCES)).statusCode(201).body("id", hasSize(2));
    }

    @Test
    void a_step_of_an_unknown_exercise_is_refused() {
        post(EXERCISES + "/01890a5d-ac96-774b-bcce-b302099a0000/start", dated("2025"))
                .statusCode(404);
        post(EXERCISES + "/" + announced() + "/schedule", dated("2025"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/dates"));
    }

    @Test
    void a_participation_has_strengths_equipment_and_dates() throws SQLException {
        String id = record(exercise("West-81").replace("2007-08", "1981-09")).path("id");
        var location = post(EXERCISES + "/" + id + "/participants", """
                {"party":"cow:365","role":"host","joined":"1981-09-04","left":"1981-09-12",
                 "strength":{"min":100000,"max":150000,"approximate":true},
                 "strengthByForce":[{"force":"sea","strength":{"min":10000}}],"equipment":"60 ships",%s}""".formatted(SOURCES))
                .statusCode(201)
                .extract()
                .header("Location");
        assertThat(location).startsWith("/api/participations/");
        assertThat(stored.last(id).path("party").asText()).isEqualTo("SUHH");
        assertThat(stored.last(id).at("/strengthByForce/0/force").asText()).isEqualTo("sea");
        post(location + "/retraction", "{\"reason\":\"recorded twice\"}").statusCode(201);
    }

    @Test
    void the_start_of_the_exercise_decides_which_state_a_code_means() throws SQLException {
        String id = record(exercise("West-81").replace("2007-08", "1981-09")).path("id");
        post(EXERCISES + "/" + id + "/participants", """
                {"party":"cow:365","role":"host",%s}""".formatted(SOURCES)).statusCode(201);
        assertThat(stored.last(id).path("party").asText()).isEqualTo("SUHH");
        post(EXERCISES + "/" + id + "/participants", """
                {"party":"Atlantis","role":"host",%s}""".formatted(SOURCES))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-party"))
                .body("detail", containsString("Atlantis"));
    }

    @Test
    void a_phase_has_a_place_with_names_in_a_border_area_or_online() throws SQLException {
        String id = record(exercise("Border")).path("id");
        var phases = EXERCISES + "/" + id + "/phases";
        post(phases, """
                {"place":{"names":{"en":"Irkeshtam","zh":"伊尔克什坦"},"countries":["China","KGZ"],"lat":39.7,"lon":73.9},
                 "dates":"2007-08-11","days":2,%s}""".formatted(SOURCES)).statusCode(201);
        assertThat(stored.last(id).at("/place/countries").toString()).isEqualTo("[\"CN\",\"KG\"]");
        post(phases, "{\"place\":{\"online\":true},%s}".formatted(SOURCES)).statusCode(201);
        post(phases, "{\"place\":{\"name\":\"Nowhere\",\"lat\":91,\"lon\":0},%s}".formatted(SOURCES))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/place/lat"));
        post(phases, "{\"place\":{\"countries\":[\"sco\"]},%s}".formatted(SOURCES))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/place/countries/0"));
    }

    @Test
    void declared_and_assessed_purposes_have_their_own_sources() {
        var exercise = EXERCISES + "/" + (String) record(exercise("Purpose")).path("id");
        var purpose = post(exercise + "/purposes", """
                {"view":"assessed","text":"A show of force",%s}""".formatted(SOURCES))
                .statusCode(201)
                .extract()
                .header("Location");
        post(purpose + "/corrections", "{\"text\":\"A show\",\"reason\":\"misread\"}")
                .statusCode(201);
        post(exercise + "/purposes", "{\"view\":\"guessed\",\"text\":\"?\",%s}".formatted(SOURCES))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/view"));
    }

    @Test
    void the_whole_has_a_strength_of_its_own() throws SQLException {
        String id = record(exercise("Cooperation 2003")
                        .replaceFirst("\\{", "{\"strength\":{\"min\":1000,\"approximate\":true},"))
                .path("id");
        assertThat(stored.last(id).at("/strength/min").asLong()).isEqualTo(1000);
    }
}
