package org.depositary.exercises.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.exercises.command.ExerciseCalls.EXERCISES;
import static org.depositary.exercises.command.ExerciseCalls.curator;
import static org.depositary.exercises.command.ExerciseCalls.exercise;
import static org.depositary.exercises.command.ExerciseCalls.record;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "exercises"))
class MergeResourceTest {

    @Inject
    StoredExerciseEvents stored;

    @AfterEach
    void everyEventKeepsItsContract() throws SQLException {
        stored.assertAllKeepTheirContract();
    }

    private static String recorded(String name) {
        return record(exercise(name)).path("id");
    }

    private static Response merge(String id, String into) {
        return curator().body("{\"into\":\"%s\"}".formatted(into)).post("%s/%s/merge".formatted(EXERCISES, id));
    }

    @Test
    void a_merge_is_one_event_on_the_stream_of_the_merged_record() {
        var one = recorded("Rubezh 2008");
        var other = recorded("Border 2008");
        merge(one, other)
                .then()
                .statusCode(201)
                .header("Location", startsWith("/api/exercise-merges/"))
                .header("Depositary-Version", "exercise:" + one + "@2");
        curator()
                .body("{}")
                .post("%s/%s/unmerge".formatted(EXERCISES, one))
                .then()
                .statusCode(201);
        curator()
                .body("{}")
                .post("%s/%s/unmerge".formatted(EXERCISES, one))
                .then()
                .statusCode(409)
                .body("conflictsWith", contains(EXERCISES + "/" + one));
        merge(one, other).then().statusCode(201);
    }

    @Test
    void a_record_is_merged_into_one_that_stands_and_is_not_merged() {
        var one = recorded("One");
        var other = recorded("Other");
        var third = recorded("Third");
        var location = merge(one, other).header("Location");
        merge(third, one).then().statusCode(409).body("conflictsWith", contains(location));
        merge(one, third).then().statusCode(409).body("conflictsWith", contains(location));
        merge(other, third).then().statusCode(201);
        merge(third, third).then().statusCode(422).body("errors[0].pointer", equalTo("#/into"));
        merge(third, "nothing").then().statusCode(422).body("errors[0].pointer", equalTo("#/into"));
        merge("01890a5d-ac96-774b-bcce-b302099a0000", third).then().statusCode(404);
    }

    @Test
    void a_record_whose_target_was_retracted_takes_new_facts_after_its_merge_is_undone() {
        var one = recorded("One");
        var other = recorded("Other");
        var location = merge(one, other).header("Location");
        curator()
                .body("{\"reason\":\"A mistake\"}")
                .post("%s/%s/retraction".formatted(EXERCISES, other))
                .then()
                .statusCode(201);
        var third = recorded("Third");
        merge(one, third).then().statusCode(409).body("conflictsWith", contains(location));
        curator()
                .body("{}")
                .post("%s/%s/unmerge".formatted(EXERCISES, one))
                .then()
                .statusCode(201);
        merge(one, other).then().statusCode(409);
        merge(one, third).then().statusCode(201);
    }

    @RepeatedTest(5)
    void two_records_merged_into_each_other_at_once_become_one() throws Exception {
        var one = recorded("One");
        var other = recorded("Other");
        try (var callers = Executors.newFixedThreadPool(2)) {
            var first = callers.submit(() -> merge(one, other).statusCode());
            var second = callers.submit(() -> merge(other, one).statusCode());
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(201, 409);
        }
    }
}
