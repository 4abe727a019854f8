package org.depositary.exercises.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.exercises.imports.ExerciseImports.newSet;
import static org.depositary.exercises.imports.ExerciseImports.sendAndWait;
import static org.depositary.exercises.imports.ExerciseImports.status;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** The imports of exercises, the newest first. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "exercises"))
class ExerciseImportListTest {

    private static final String LIST = "/api/imports/exercises";
    private static final String FILE =
            "id,name,start,participants,source\npm,Peace Mission,2007-08,CN;RU,A chronicle\n";

    @Test
    void the_imports_of_a_set_are_listed_the_newest_first() {
        var set = newSet();
        var first = sendAndWait(Map.of("set", set), FILE);
        var second = sendAndWait(Map.of("set", set), FILE);
        var dryRun = sendAndWait(Map.of("set", set, "dry-run", "true"), FILE);
        var items = given().queryParam("set", set)
                .queryParam("status", "completed")
                .get(LIST)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        assertThat(items)
                .isEqualTo(List.of(
                        status(dryRun).getMap("$"),
                        status(second).getMap("$"),
                        status(first).getMap("$")));
    }

    @Test
    void an_unknown_status_is_refused() {
        given().queryParam("status", "waiting")
                .get(LIST)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/status"));
    }
}
