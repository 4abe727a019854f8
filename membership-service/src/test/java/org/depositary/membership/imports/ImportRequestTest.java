package org.depositary.membership.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.membership.imports.ImportRequests.CHANGES;
import static org.depositary.membership.imports.ImportRequests.admin;
import static org.depositary.membership.imports.ImportRequests.assertCompleted;
import static org.depositary.membership.imports.ImportRequests.curator;
import static org.depositary.membership.imports.ImportRequests.newSet;
import static org.depositary.membership.imports.ImportRequests.registerOrganization;
import static org.depositary.membership.imports.ImportRequests.report;
import static org.depositary.membership.imports.ImportRequests.send;
import static org.depositary.membership.imports.ImportRequests.sendAndWait;
import static org.depositary.membership.imports.ImportRequests.waitForEnd;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "membership"))
class ImportRequestTest {

    @Test
    void progress_is_sent_as_server_sent_events_until_the_end() {
        var id = registerOrganization();
        var location = send(Map.of(), (CHANGES + "%s,KZ,accession,1990,,,A\n".formatted(id)).getBytes())
                .header("Location");
        var events = admin().accept("text/event-stream")
                .get(location)
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();
        assertThat(events).contains("data:");
        var last = events.substring(events.lastIndexOf("data:") + 5).strip();
        assertThat(JsonPath.from(last).getString("status")).isEqualTo("completed");
        assertThat(JsonPath.from(last).getInt("accepted")).isEqualTo(1);
    }

    @Test
    void the_same_idempotency_key_starts_one_import() {
        var id = registerOrganization();
        var key = UUID.randomUUID().toString();
        var file = (CHANGES + "%s,KZ,accession,1990,,,A\n".formatted(id)).getBytes();
        var first = admin().contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(file)
                .post("/api/imports/memberships");
        admin().contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(file)
                .post("/api/imports/memberships")
                .then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"));
        waitForEnd(first);
    }

    @ParameterizedTest
    @CsvSource({
        "format=years,400,/problems/bad-query",
        "set=a b,400,/problems/bad-query",
        "dry-run=perhaps,400,/problems/bad-query",
        "format=state-years,422,/problems/invalid"
    })
    void an_invalid_request_is_refused_at_once(String query, int status, String problem) {
        var parts = query.split("=");
        send(Map.of(parts[0], parts[1]), (CHANGES + "sco,KZ,accession,1990,,,A\n").getBytes())
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo(problem));
    }

    @Test
    void only_administrators_can_import_and_everybody_can_read() {
        for (var role : List.of("reader", "contributor", "curator")) {
            RestAssured.given()
                    .auth()
                    .oauth2(RealPostgresAndKafka.token(role))
                    .contentType("text/csv")
                    .body("x")
                    .post("/api/imports/memberships")
                    .then()
                    .statusCode(403);
        }
        RestAssured.given()
                .contentType("text/csv")
                .body("x")
                .post("/api/imports/memberships")
                .then()
                .statusCode(401);
        admin().contentType("image/png")
                .body(new byte[] {1})
                .post("/api/imports/memberships")
                .then()
                .statusCode(415);
        RestAssured.given().get("/api/imports/" + UUID.randomUUID()).then().statusCode(404);
        RestAssured.given().get("/api/imports/x").then().statusCode(404);
    }

    @Test
    void a_file_that_quotes_an_unknown_document_can_be_sent_again_later() {
        var id = registerOrganization();
        var query = Map.of("set", newSet());
        sendAndWait(query, CHANGES + "%s,KZ,accession,1990,,,A\n".formatted(id));
        send(query, """
            organization,party,change,effective,source,document,anchor,quote
            %1$s,KZ,accession,1990,A,00000000000000000000000000000000,p-1,it joined
            """.formatted(id).getBytes())
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/passage-not-yet-known"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"x\"]", "garbage", "\u00e9"})
    void the_ndjson_content_type_wins_over_the_first_line(String first) {
        var file = first
                + "\n{\"organization\":\"%s\",\"party\":\"KZ\",\"change\":\"accession\",\"effective\":\"1990\",\"source\":\"A\"}\n"
                        .formatted(registerOrganization());
        var location = waitForEnd(admin().contentType("application/x-ndjson")
                .body(file.getBytes(StandardCharsets.ISO_8859_1))
                .post("/api/imports/memberships"));
        assertCompleted(location, "rows", 2, "accepted", 1, "rejected", 1);
        assertThat(report(location, "rejected").getFirst().get("line")).isEqualTo(1);
    }

    @Test
    void the_csv_content_type_is_trusted_and_a_general_one_is_not() {
        var file =
                "{\"organization\":\"%s\",\"party\":\"KZ\",\"change\":\"accession\",\"effective\":\"1990\",\"source\":\"A\"}\n"
                        .formatted(registerOrganization());
        send(Map.of(), file.getBytes()).then().statusCode(422);
        assertCompleted(
                waitForEnd(admin().contentType("application/octet-stream")
                        .body(file.getBytes())
                        .post("/api/imports/memberships")),
                "accepted",
                1);
    }

    @Test
    void a_file_with_too_many_rows_of_a_membership_is_refused_and_its_set_unchanged() {
        var id = registerOrganization();
        var query = Map.of("set", newSet());
        var one = CHANGES + "%s,KZ,accession,1990,,,A\n".formatted(id);
        sendAndWait(query, one + "%s,RU,accession,1990,,,A\n".formatted(id));
        var file = new StringBuilder(one);
        for (int i = 0; i < 2_000; i++) {
            file.append("%s,KZ,accession,1990,note %d,,A\n".formatted(id, i));
        }
        send(query, file.toString().getBytes())
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("2,001 rows of KZ in " + id));
        assertCompleted(sendAndWait(query, one), "known", 1, "retracted", 1, "corrected", 0);
    }

    @Test
    @Tag("full")
    void a_file_with_too_much_about_an_organisation_is_refused_and_its_set_unchanged() {
        var id = registerOrganization();
        var query = Map.of("set", newSet());
        var one = CHANGES + "%s,KZ,accession,1990,,,A\n".formatted(id);
        sendAndWait(query, one + "%s,RU,accession,1990,,,A\n".formatted(id));
        var file = new StringBuilder(one);
        var parties = List.of("KG", "TJ", "UZ", "TM", "CN", "IN");
        for (int i = 0; i < 9_000; i++) {
            var party = parties.get(i % parties.size());
            file.append("%s,%s,accession,1990,%s,,A\n".formatted(id, party, "n".repeat(2_000)));
        }
        send(query, file.toString().getBytes())
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("larger than 16 MiB"));
        assertCompleted(sendAndWait(query, one), "known", 1, "retracted", 1, "corrected", 0);
    }

    @Test
    void the_report_has_pages() {
        var id = registerOrganization();
        var location = sendAndWait(Map.of(), CHANGES + """
            %1$s,KZ,accession,1990,,,A
            %1$s,RU,accession,1990,,,A
            %1$s,XX-nobody,accession,1990,,,A
            """.formatted(id));
        var first = RestAssured.given()
                .queryParam("limit", 2)
                .get(location + "/report")
                .then();
        first.statusCode(200).header("Link", containsString("rel=\"next\""));
        var next = first.extract().jsonPath().getString("next");
        var second = RestAssured.given()
                .queryParam("limit", 2)
                .queryParam("after", next)
                .get(location + "/report")
                .jsonPath();
        assertThat(second.getList("items.line")).containsExactly(4);
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void the_body_of_a_command_is_limited() {
        curator()
                .body("{\"x\":\"" + "x".repeat(11 * 1024 * 1024) + "\"}")
                .put("/api/organizations/large")
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/too-large"));
    }
}
