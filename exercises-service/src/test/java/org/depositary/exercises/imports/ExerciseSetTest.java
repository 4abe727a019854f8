package org.depositary.exercises.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.exercises.imports.ExerciseImports.admin;
import static org.depositary.exercises.imports.ExerciseImports.assertCompleted;
import static org.depositary.exercises.imports.ExerciseImports.assertStatus;
import static org.depositary.exercises.imports.ExerciseImports.curator;
import static org.depositary.exercises.imports.ExerciseImports.newSet;
import static org.depositary.exercises.imports.ExerciseImports.onlyReason;
import static org.depositary.exercises.imports.ExerciseImports.report;
import static org.depositary.exercises.imports.ExerciseImports.sendAndWait;
import static org.depositary.exercises.imports.ExerciseImports.status;
import static org.depositary.exercises.imports.ExerciseImports.waitForEnd;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** A later file of a set is compared with what the set stated before. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "exercises"))
class ExerciseSetTest {

    private static final String HEADER = "id,name,start,participants,source\n";
    private static final String PEACE_MISSION = "pm,Peace Mission,2007-08,CN;RU,A chronicle\n";
    private static final String RUBEZH = "rb,Rubezh,2004-08,RU;KZ,A chronicle\n";

    @Inject
    DataSource dataSource;

    @Test
    void the_same_file_again_adds_nothing() throws SQLException {
        var set = newSet();
        sendAndWait(Map.of("set", set), HEADER + PEACE_MISSION + RUBEZH);
        var again = sendAndWait(Map.of("set", set), HEADER + RUBEZH + PEACE_MISSION);
        assertCompleted(again, "accepted", 0, "known", 2, "corrected", 0, "retracted", 0);
        assertThat(types(set)).containsExactly("exercise-recorded", "exercise-recorded");
    }

    @Test
    void without_a_set_the_same_file_is_the_same_set() {
        var file = HEADER + PEACE_MISSION.replace("pm", newSet());
        sendAndWait(Map.of(), file);
        assertCompleted(sendAndWait(Map.of(), file), "accepted", 0, "known", 1);
    }

    @Test
    void a_changed_row_corrects_and_a_missing_row_retracts() throws SQLException {
        var set = newSet();
        sendAndWait(Map.of("set", set), HEADER + PEACE_MISSION + RUBEZH);
        var changed = HEADER + PEACE_MISSION.replace("CN;RU", "CN;RU;TJ").replace("2007-08", "2007-08-09");
        var next = sendAndWait(Map.of("set", set), changed);
        assertCompleted(next, "corrected", 1, "retracted", 1, "accepted", 0, "known", 0);
        assertThat(onlyReason(next, "corrected")).isEqualTo("Changed: dates, participants");
        assertThat(types(set))
                .containsExactlyInAnyOrder(
                        "exercise-recorded", "exercise-recorded", "exercise-corrected", "exercise-retracted");
        assertThat(names(set)).containsExactly("Peace Mission 2007-08-09");
    }

    @Test
    void an_undo_restores_what_the_set_stated_before() throws SQLException {
        var set = newSet();
        sendAndWait(Map.of("set", set), HEADER + PEACE_MISSION + RUBEZH);
        var next =
                sendAndWait(Map.of("set", set), HEADER + PEACE_MISSION.replace("2007", "2008") + "x,New,2010,CN,x\n");
        assertCompleted(next, "corrected", 1, "retracted", 1, "accepted", 1);
        assertThat(names(set)).containsExactly("Peace Mission 2008-08", "New 2010");
        undo(next);
        assertStatus(next, "undone");
        assertThat(names(set)).containsExactly("Peace Mission 2007-08", "Rubezh 2004-08");
        assertCompleted(sendAndWait(Map.of("set", set), HEADER + PEACE_MISSION + RUBEZH), "known", 2, "accepted", 0);
    }

    @Test
    void an_undo_leaves_alone_what_somebody_changed_since() {
        var set = newSet();
        var location = sendAndWait(Map.of("set", set), HEADER + PEACE_MISSION + RUBEZH);
        correct(factOf(location, "pm"), "name", "Peace Mission 2007");
        undo(location);
        var items = report(location, "accepted");
        assertThat(items)
                .extracting(item -> item.get("record") + " " + item.get("undone"))
                .containsExactly("pm false", "rb true");
        assertThat(items.getFirst().get("reason")).isEqualTo("Not undone: another user changed it after the import");
    }

    @Test
    void an_undo_does_not_repeat_what_a_later_import_recorded_again() throws SQLException {
        var set = newSet();
        sendAndWait(Map.of("set", set), HEADER + PEACE_MISSION + RUBEZH);
        var without = sendAndWait(Map.of("set", set), HEADER + PEACE_MISSION);
        sendAndWait(Map.of("set", set), HEADER + PEACE_MISSION + RUBEZH);
        undo(without);
        assertThat(onlyReason(without, "retracted"))
                .isEqualTo("Not undone: a later import of the set recorded it again");
        assertThat(names(set)).containsExactly("Peace Mission 2007-08", "Rubezh 2004-08");
    }

    @Test
    void what_a_curator_changed_stays_and_is_reported() {
        var set = newSet();
        var location = sendAndWait(Map.of("set", set), HEADER + PEACE_MISSION + RUBEZH);
        correct(factOf(location, "pm"), "name", "Peace Mission 2007");
        var next = sendAndWait(Map.of("set", set), HEADER + PEACE_MISSION.replace("2007", "2008") + RUBEZH);
        assertCompleted(next, "kept", 1, "known", 1, "corrected", 0);
        assertThat(onlyReason(next, "kept")).startsWith("Not changed: another user changed it");
        curator()
                .body("{\"reason\":\"A rumour\"}")
                .post(factOf(location, "rb") + "/retraction")
                .then()
                .statusCode(201);
        var third = sendAndWait(Map.of("set", set), HEADER + PEACE_MISSION + RUBEZH);
        assertThat(report(third, "kept"))
                .extracting(item -> item.get("reason"))
                .contains("Retracted by another user after the last import: A rumour");
    }

    @Test
    void a_rejected_row_protects_its_exercise_and_an_unreadable_one_protects_all() {
        var set = newSet();
        sendAndWait(Map.of("set", set), HEADER + PEACE_MISSION + RUBEZH);
        var wrong = sendAndWait(Map.of("set", set), HEADER + PEACE_MISSION.replace("2007", "soon"));
        assertCompleted(wrong, "rejected", 1, "kept", 1, "retracted", 1);
        assertThat(onlyReason(wrong, "kept")).isEqualTo("Not changed: a rejected row states it (line 2)");
        var unreadable = sendAndWait(Map.of("set", set), HEADER + RUBEZH + ",,soon,CN,x\n");
        assertCompleted(unreadable, "rejected", 1, "kept", 1, "accepted", 1, "retracted", 0);
        assertThat(onlyReason(unreadable, "kept")).isEqualTo("Not changed: a rejected row may state it (line 3)");
    }

    @Test
    void a_dry_run_reports_the_same_and_records_nothing() throws SQLException {
        var set = newSet();
        var first = sendAndWait(Map.of("set", set, "dry-run", "true"), HEADER + PEACE_MISSION);
        assertCompleted(first, "accepted", 1);
        assertThat(report(first, "accepted").getFirst()).doesNotContainKey("fact");
        assertThat(types(set)).isEmpty();
        sendAndWait(Map.of("set", set), HEADER + PEACE_MISSION + RUBEZH);
        var next = sendAndWait(Map.of("set", set, "dry-run", "true"), HEADER + PEACE_MISSION.replace("2007", "2008"));
        assertCompleted(next, "corrected", 1, "retracted", 1);
        assertThat(names(set)).containsExactly("Peace Mission 2007-08", "Rubezh 2004-08");
        admin().post(next + "/undo").then().statusCode(409);
    }

    @Test
    void a_file_that_would_retract_much_is_held_until_it_is_released() throws SQLException {
        var set = newSet();
        sendAndWait(Map.of("set", set), HEADER + many(0, 40));
        var held = sendAndWait(Map.of("set", set), HEADER + many(20, 40));
        assertStatus(held, "held", "retracted", 0, "held.retracted", 20, "held.moved", 0, "held.of", 40);
        assertThat(names(set)).hasSize(40);
        assertThat(report(held, "retracted")).hasSize(20);
        admin().post(held + "/release").then().statusCode(202);
        assertCompleted(waitForEnd(held), "retracted", 20, "known", 20);
        assertThat(report(held, "retracted")).hasSize(20);
        assertThat(names(set)).hasSize(20);
        var discarded = sendAndWait(Map.of("set", set), HEADER + PEACE_MISSION);
        assertStatus(discarded, "held");
        admin().post(discarded + "/undo").then().statusCode(202);
        assertThat(status(discarded).getString("status")).isEqualTo("undone");
        assertThat(report(discarded, "retracted")).isEmpty();
        var allowed = sendAndWait(Map.of("set", set, "allow-retractions", "true"), HEADER + PEACE_MISSION);
        assertCompleted(allowed, "retracted", 20, "accepted", 1);
    }

    private static String many(int from, int until) {
        return IntStream.range(from, until)
                .mapToObj(i -> "n%d,Exercise %d,%d,CN;RU,A chronicle%n".formatted(i, i, 1950 + i))
                .collect(Collectors.joining());
    }

    private static void undo(String location) {
        admin().post(location + "/undo").then().statusCode(202);
        waitForEnd(location);
    }

    private static String factOf(String location, String key) {
        return report(location, "accepted").stream()
                .filter(item -> item.get("record").equals(key))
                .map(item -> item.get("fact").toString())
                .findFirst()
                .orElseThrow();
    }

    private static void correct(String fact, String field, String value) {
        curator()
                .body("{\"%s\":\"%s\",\"reason\":\"As its hosts say\",\"sources\":[{\"title\":\"x\"}]}"
                        .formatted(field, value))
                .post(fact + "/corrections")
                .then()
                .statusCode(201);
    }

    private List<String> types(String set) throws SQLException {
        return new RecordedExerciseRows(dataSource).eventTypes(set);
    }

    private List<String> names(String set) throws SQLException {
        return new RecordedExerciseRows(dataSource)
                .lastEvents(set).stream().map(ExerciseSetTest::nameAndDates).toList();
    }

    private static String nameAndDates(JsonNode exercise) {
        return exercise.path("name").asText() + " " + exercise.path("dates").asText();
    }
}
