package org.depositary.membership.imports;

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

/** Sends import files as an administrator and reads the results. */
final class ImportRequests {

    static final String YEARS = "organization,organization_name,party,year,status,source\n";
    static final String CHANGES = "organization,party,change,effective,note,decided,source\n";

    private ImportRequests() {}

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

    /** Returns a unique organisation id. */
    static String newOrganizationId() {
        return "org-" + UUID.randomUUID().toString().substring(0, 13);
    }

    static String registerOrganization() {
        var id = newOrganizationId();
        curator()
                .body("{\"names\":{\"en\":\"Organisation\"},\"sources\":[{\"title\":\"A chronicle\"}]}")
                .put("/api/organizations/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    static String newSet() {
        return "set-" + UUID.randomUUID();
    }

    static Response send(Map<String, String> query, byte[] file) {
        return admin().contentType("text/csv").queryParams(query).body(file).post("/api/imports/memberships");
    }

    /** Sends a file and waits for the end of the import. Returns its URL. */
    static String sendAndWait(Map<String, String> query, String file) {
        return waitForEnd(send(query, file.getBytes(StandardCharsets.UTF_8)));
    }

    static String waitForEnd(Response answer) {
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

    /** The URLs of the listed imports, in the order of the list. */
    static List<String> list(Map<String, String> query) {
        return given()
                .queryParams(query)
                .get("/api/imports/memberships")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class)
                .stream()
                .map("/api/imports/"::concat)
                .toList();
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

    /** The URL of the fact about the party that the import recorded. */
    static String fact(String location, String party) {
        return report(location, "accepted").stream()
                .filter(item -> item.get("party").equals(party))
                .map(item -> item.get("fact").toString())
                .findFirst()
                .orElseThrow();
    }

    static void correct(String fact, String body) {
        curator().body(body).post(fact + "/corrections").then().statusCode(201);
    }

    /** @param expected pairs of a name and a value */
    static void assertCompleted(String location, Object... expected) {
        var status = status(location);
        assertThat(status.getString("status")).isEqualTo("completed");
        for (int i = 0; i < expected.length; i += 2) {
            assertThat(status.getInt((String) expected[i]))
                    .as((String) expected[i])
                    .isEqualTo(expected[i + 1]);
        }
    }
}
