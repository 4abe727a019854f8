package org.depositary.documents.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.documents.command.DocumentCalls.aDocument;
import static org.depositary.documents.command.DocumentCalls.as;
import static org.depositary.documents.command.DocumentCalls.bytes;
import static org.depositary.documents.command.DocumentCalls.id;
import static org.depositary.documents.command.DocumentCalls.json;
import static org.depositary.documents.command.DocumentCalls.send;
import static org.depositary.documents.command.DocumentCalls.words;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Random;
import javax.sql.DataSource;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "documents"))
class DocumentResourceTest {

    private static final String METADATA = "/api/documents/{id}/metadata";

    @Inject
    DataSource dataSource;

    @Test
    void new_bytes_are_accepted_under_their_hash_and_the_same_bytes_again_are_known() {
        var document = words("A first text.");
        send("text/plain", document)
                .then()
                .statusCode(202)
                .header("Location", "/api/documents/" + id(document))
                .header("Depositary-Version", "document:" + id(document) + "@1")
                .body("id", equalTo(id(document)));
        send("text/html", document)
                .then()
                .statusCode(200)
                .header("Location", "/api/documents/" + id(document))
                .header("Depositary-Version", startsWith("document:" + id(document) + "@"));
    }

    @Test
    void a_document_comes_with_its_metadata_as_multipart() {
        var document = words("A text with metadata.");
        as("contributor")
                .multiPart("file", "dir/letter.txt", document, "text/plain")
                .multiPart(
                        "metadata",
                        "{\"title\":\"A letter\",\"date\":\"1911~\",\"rights\":\"public\"}",
                        "application/json")
                .post("/api/documents")
                .then()
                .statusCode(202)
                .header("Location", "/api/documents/" + id(document));
        given().get("/api/documents/{id}/content", id(document))
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("filename=\"letter.txt\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"date\":\"last year\"}|#/date",
                "{\"rights\":\"mine\"}|#/rights",
                "{\"language\":\"not a tag\"}|#/language",
                "{\"type\":\"Big Charter\"}|#/type",
                "{\"title\":\" \"}|#/title",
                "{\"colour\":\"red\"}|#/colour",
                "{\"reason\":\"because\"}|#/reason"
            })
    void wrong_metadata_are_refused_and_nothing_is_kept(String metadata, String pointer) throws SQLException {
        var document = words("Refused.");
        as("contributor")
                .multiPart("file", "a.txt", document, "text/plain")
                .multiPart("metadata", metadata, "application/json")
                .post("/api/documents")
                .then()
                .statusCode(422)
                .contentType(startsWith("application/problem+json"))
                .body("errors[0].pointer", equalTo(pointer));
        assertThat(count("document", id(document))).isZero();
    }

    @Test
    void metadata_that_are_no_json_are_malformed() {
        as("contributor")
                .multiPart("file", "a.txt", words("x"), "text/plain")
                .multiPart("metadata", "{title", "application/json")
                .post("/api/documents")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed"));
    }

    @Test
    void without_bytes_there_is_no_document() {
        send("text/plain", new byte[0])
                .then()
                .statusCode(422)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/problems/invalid"));
        as("contributor")
                .multiPart("metadata", "{}", "application/json")
                .post("/api/documents")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/file"));
    }

    @Test
    void too_many_bytes_are_refused_and_nothing_is_kept() throws SQLException {
        var large = new byte[64 * 1024 * 1024 + 1];
        new Random(7).nextBytes(large);

        send("text/plain", large)
                .then()
                .statusCode(413)
                .contentType(startsWith("application/problem+json"))
                .body("detail", containsString("67,108,864"));

        assertThat(count("document", id(large))).isZero();
        assertThat(count("document_part", id(large))).isZero();
    }

    @Test
    void a_large_document_comes_back_byte_by_byte() {
        var large = new byte[5 * 1024 * 1024 + 17];
        new Random(11).nextBytes(large);
        send("application/octet-stream", large).then().statusCode(202);

        var back = as("contributor").get("/api/documents/{id}/content", id(large));

        assertThat(back.asByteArray()).isEqualTo(large);
        assertThat(back.header("Content-Length")).isEqualTo(Integer.toString(large.length));
    }

    @Test
    void bytes_come_back_as_an_attachment_that_no_browser_runs() {
        var page = words("<!doctype html><script>alert(1)</script><p>Hello");
        bytes("contributor", "text/html; charset=utf-8", page)
                .queryParam("filename", "../Überschrift \"1\".html")
                .post("/api/documents")
                .then()
                .statusCode(202);
        as("contributor")
                .get("/api/documents/{id}/content", id(page))
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/html; charset=utf-8"))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"_berschrift _1_.html\"; filename*=UTF-8''%C3%9Cberschrift%20%221%22.html")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    @Test
    void the_name_tells_the_type_where_the_sender_does_not() {
        var page = words("<p>Hello");
        bytes("contributor", "application/x-www-form-urlencoded", page)
                .queryParam("filename", "page.html")
                .post("/api/documents")
                .then()
                .statusCode(202);
        as("contributor").get("/api/documents/{id}/content", id(page)).then().contentType("text/html");
    }

    @Test
    void bytes_without_a_type_are_taken() throws Exception {
        var document = words("Sent without a type.");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/documents"))
                .header("Authorization", "Bearer " + RealPostgresAndKafka.token("contributor"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(document))
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).contains("/api/documents/" + id(document));
    }

    @Test
    void restricted_bytes_are_for_contributors_and_public_ones_for_all() {
        var document = aDocument("Restricted at first.");
        given().get("/api/documents/{id}/content", document).then().statusCode(401);
        as("reader").get("/api/documents/{id}/content", document).then().statusCode(403);
        as("contributor").get("/api/documents/{id}/content", document).then().statusCode(200);

        json("curator", "{\"rights\":\"public\"}")
                .put(METADATA, document)
                .then()
                .statusCode(201);

        given().get("/api/documents/{id}/content", document).then().statusCode(200);
    }

    @Test
    void metadata_are_corrected_by_curators_and_only_what_changes() {
        var document = aDocument("With a wrong title.");
        var body = "{\"title\":\"The right one\",\"date\":\"2005-07\",\"reason\":\"as printed\"}";
        json("curator", body)
                .put(METADATA, document)
                .then()
                .statusCode(201)
                .header("Location", "/api/documents/" + document)
                .body("version", startsWith("document:" + document + "@"));
        json("curator", body).put(METADATA, document).then().statusCode(200);
        json("contributor", body).put(METADATA, document).then().statusCode(403);
        json("curator", "{\"date\":\"2005-13\"}")
                .put(METADATA, document)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/date"));
        json("curator", "{\"colour\":\"red\"}")
                .put(METADATA, document)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/colour"));
        json("curator", "{title").put(METADATA, document).then().statusCode(400);
        json("curator", "null").put(METADATA, document).then().statusCode(422);
    }

    @Test
    void a_takedown_erases_the_bytes_and_forbids_them() throws SQLException {
        var bytes = words("To be taken down.");
        send("text/plain", bytes).then().statusCode(202);
        var document = id(bytes);
        json("curator", "{\"reason\":\"no\"}")
                .post("/api/documents/{id}/takedown", document)
                .then()
                .statusCode(403);
        json("admin", "{}")
                .post("/api/documents/{id}/takedown", document)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/reason"));

        json("admin", "{\"reason\":\"The publisher asked\"}")
                .post("/api/documents/{id}/takedown", document)
                .then()
                .statusCode(201);

        json("admin", "{\"reason\":\"again\"}")
                .post("/api/documents/{id}/takedown", document)
                .then()
                .statusCode(200);
        as("admin")
                .get("/api/documents/{id}/content", document)
                .then()
                .statusCode(404)
                .body("detail", containsString("The publisher asked"));
        send("text/plain", bytes)
                .then()
                .statusCode(410)
                .body("type", equalTo("/problems/taken-down"))
                .body("detail", containsString("The publisher asked"));
        as("contributor").post("/api/documents/{id}/retry", document).then().statusCode(409);
        assertThat(count("document_part", document)).isZero();
        assertThat(count("document_text", document)).isZero();
    }

    @Test
    void what_is_not_there_is_not_found() {
        var nothing = "0".repeat(32);
        as("contributor").get("/api/documents/{id}/content", nothing).then().statusCode(404);
        as("contributor").post("/api/documents/{id}/retry", nothing).then().statusCode(404);
        json("curator", "{\"title\":\"x\"}").put(METADATA, nothing).then().statusCode(404);
        json("admin", "{\"reason\":\"x\"}")
                .post("/api/documents/{id}/takedown", nothing)
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", ""})
    void only_contributors_send_documents(String role) throws SQLException {
        var document = words("Not taken.");
        if (role.isEmpty()) {
            given().contentType("text/plain")
                    .body(document)
                    .post("/api/documents")
                    .then()
                    .statusCode(401);
        } else {
            bytes(role, "text/plain", document).post("/api/documents").then().statusCode(403);
        }
        assertThat(count("document", id(document))).isZero();
    }

    @Test
    void the_same_key_gets_the_same_answer() {
        var document = words("Sent twice.");
        var first = bytes("contributor", "text/plain", document)
                .header("Idempotency-Key", id(document))
                .post("/api/documents");
        first.then().statusCode(202).header("Idempotency-Replayed", (String) null);
        bytes("contributor", "text/plain", document)
                .header("Idempotency-Key", id(document))
                .post("/api/documents")
                .then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true")
                .header("Depositary-Version", first.header("Depositary-Version"));
        bytes("contributor", "text/plain", words("Another."))
                .header("Idempotency-Key", id(document))
                .post("/api/documents")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/key-reused"));
    }

    @Test
    void a_version_that_was_not_seen_is_stale() {
        var document = aDocument("With a version.");
        json("curator", "{\"title\":\"x\"}")
                .header("If-Match", "\"document:%s@77\"".formatted(document))
                .put(METADATA, document)
                .then()
                .statusCode(412);
    }

    @Test
    void no_other_method_or_address_is_taken() {
        as("admin").delete("/api/documents/{id}", "0".repeat(32)).then().statusCode(not(200));
        as("admin")
                .get("/api/documents/{id}/nothing", "0".repeat(32))
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"));
    }

    private long count(String table, String document) throws SQLException {
        var column = table.equals("document") ? "id" : "document";
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement("SELECT count(*) FROM %s WHERE %s = ?".formatted(table, column))) {
            select.setString(1, document);
            var row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}
