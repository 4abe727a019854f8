package org.depositary.exercises.imports;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.depositary.testing.RealPostgresAndKafka;

/** Sends files of exercises as an administrator and reads the results. */
final class ExerciseImports {

    private ExerciseImports() {}

    static RequestSpecification admin() {
        // Without this, REST Assured declares ISO-8859-1 for every text.
        return given().config(RestAssured.config()
                        .encoderConfig(encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(RealPostgresAndKafka.token("admin"));
    }

    static RequestSpecification curator() {
        return given().contentType("application/json").auth().oauth2(RealPostgresAndKafka.token("curator"));
    }

    static String newSet() {
        return "set-" + UUID.randomUUID();
    }

    static Response send(Map<String, String> query, String file) {
        return admin().contentType("text/csv")
                .queryParams(query)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/imports/exercises");
    }

    /** Sends a file and waits for the end of the import. Returns its URL. */
    static String sendAndWait(Map<String, String> query, String file) {
        var answer = send(query, file);
        answer.then().statusCode(202).header("Location", startsWith("/api/imports/"));
        return waitForEnd(answer.header("Location"));
    }

    static String waitForEnd(String location) {
        await().until(() -> !status(location).getString("status").equals("running"));
        return location;
    }

    static JsonPath status(String location) {
        return admin().get(location).then().statusCode(200).extract().jsonPath();
    }

    static List<Map<String, Object>> report(String location, String outcome) {
        return admin().queryParam("outcome", outcome)
                .queryParam("limit", 1000)
                .get(location + "/report")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    static String onlyReason(String location, String outcome) {
        var items = report(location, outcome);
        assertThat(items).hasSize(1);
        return String.valueOf(items.getFirst().get("reason"));
    }

    /** @param expected pairs of a name and a value */
    static void assertCompleted(String location, Object... expected) {
        assertStatus(location, "completed", expected);
    }

    static void assertStatus(String location, String state, Object... expected) {
        var status = status(location);
        assertThat(status.getString("status")).isEqualTo(state);
        for (int i = 0; i < expected.length; i += 2) {
            assertThat(status.getInt((String) expected[i]))
                    .as((String) expected[i])
                    .isEqualTo(expected[i + 1]);
        }
    }
}
