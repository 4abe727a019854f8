package org.depositary.gateway.web.resource;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** An exercise has a number in its series, and links to the exercises before and after it. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ExerciseSeriesTest {

    private final String series = Register.slug("Series");

    @Inject
    Register register;

    private Published exercise(String name, String of, String dates) {
        return register.exercise("""
                %s"kind": "exercise", "status": "completed", "series": "%s", "dates": "%s", "participants": []
                """.formatted(name.isEmpty() ? "" : "\"name\": \"%s\", ".formatted(name), of, dates));
    }

    private ValidatableResponse read(Published exercise, String query) {
        return register.after()
                .get("/api/exercises/%s%s".formatted(exercise.id(), query))
                .then()
                .statusCode(200);
    }

    @Test
    void a_series_is_numbered_by_the_starts_of_its_exercises() {
        var third = exercise("Third", series, "2009-07");
        var first = exercise("First", series.toUpperCase(Locale.ROOT), "2005-08");
        var second = exercise("", series, "2007-08");
        exercise("Other", series + "x", "2008");
        var alone = register.exercise("\"name\": \"Alone\", \"kind\": \"exercise\", \"dates\": \"2006\"");
        read(first, "")
                .body("edition", equalTo(1))
                .body("$", not(hasKey("previous")))
                .body("next.id", equalTo(second.id()))
                .body("next.url", equalTo("/api/exercises/" + second.id()))
                .body("next.label", equalTo(series.toUpperCase(Locale.ROOT) + ", 2007-08"))
                .body("next.dates.edtf", equalTo("2007-08"));
        read(second, "")
                .body("edition", equalTo(2))
                .body("previous.label", equalTo("First"))
                .body("next.label", equalTo("Third"));
        read(third, "").body("edition", equalTo(3)).body("$", not(hasKey("next")));
        read(alone, "").body("$", not(hasKey("edition"))).body("$", not(hasKey("previous")));
    }

    @Test
    void a_series_is_that_of_the_register_as_of_the_read() {
        var first = exercise("First", series, "2005");
        var third = exercise("Third", series, "2009");
        var before = read(third, "").body("edition", equalTo(2)).extract().header("Depositary-Cursor");
        var second = exercise("Second", series, "2007");
        read(third, "").body("edition", equalTo(3)).body("previous.id", equalTo(second.id()));
        read(third, "?known-at=" + before).body("edition", equalTo(2)).body("previous.id", equalTo(first.id()));
        register.publish(
                "exercise", "exercise:" + second.id(), "exercise-retracted", second.id(), """
                {"id": "%s", "reason": "A mistake"}""".formatted(second.id()));
        read(third, "").body("edition", equalTo(2)).body("previous.id", equalTo(first.id()));
        read(second, "").body("$", not(hasKey("edition")));
    }

    @Test
    void a_merged_record_is_no_edition_of_its_own() {
        var first = exercise("First", series, "2005");
        var again = exercise("First again", series, "2006");
        var last = exercise("Last", series, "2009");
        var merge = UUID.randomUUID().toString();
        register.publish("exercise", "exercise:" + again.id(), "exercise-merge-recorded", merge, """
                {"id": "%s", "exercise": "%s", "into": "%s", "sources": [{"title": "A newspaper"}]}
                """.formatted(
                        merge, again.id(), first.id()));
        read(last, "").body("edition", equalTo(2)).body("previous.id", equalTo(first.id()));
        read(first, "").body("edition", equalTo(1)).body("next.id", equalTo(last.id()));
    }
}
