package org.depositary.gateway.route;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests that requests are forwarded to the service that owns the operation, and its response to the client. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(OwningServiceStandIn.class)
class RequestForwarderTest {

    private static final String CHANGES = "/api/organizations/sco/membership-changes";
    private static final String DOCUMENTS = "/api/documents";
    private static final String IMPORTS = "/api/imports/memberships?format=state-years";
    private static final int MEBIBYTE = 1024 * 1024;

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource
    URI origin;

    @Test
    void a_command_reaches_its_owner_unchanged_and_its_answer_comes_back() {
        given().urlEncodingEnabled(false)
                .header("Idempotency-Key", "k-1")
                .header("If-Match", "\"membership:sco/KZ@7\"")
                .contentType("application/json")
                .body("{\"party\": \"KZ\"}")
                .post(CHANGES + "?x=a%20b")
                .then()
                .statusCode(201)
                .header("Location", "/api/membership-changes/1")
                .header("Depositary-Version", "membership:sco/KZ@1")
                .body("method", equalTo("POST"))
                .body("uri", equalTo(CHANGES + "?x=a%20b"))
                .body("headers.idempotency-key", equalTo("k-1"))
                .body("headers.if-match", equalTo("\"membership:sco/KZ@7\""))
                .body("headers.content-type", containsString("application/json"))
                .body("length", equalTo(15));
    }

    @Test
    void cookies_and_csrf_tokens_stay_in_the_gateway() {
        given().header("Cookie", "q_session_browser=secret; theme=dark")
                .header("X-CSRF-Token", "secret")
                .contentType("application/json")
                .body("{}")
                .post(CHANGES)
                .then()
                .statusCode(201)
                .body("headers.cookie", nullValue())
                .body("headers.x-csrf-token", nullValue());
    }

    @Test
    void a_put_and_an_owned_get_and_its_head_pass_too() {
        given().contentType("application/json")
                .body("{}")
                .put("/api/organizations/sco")
                .then()
                .statusCode(200)
                .body("method", equalTo("PUT"));
        var content = DOCUMENTS + "/9f86d081884c7d659a2feaa0c55ad015/content";
        given().get(content).then().statusCode(200).body("method", equalTo("GET"));
        given().head(content).then().statusCode(200).header("Depositary-Version", "membership:sco/KZ@1");
    }

    @Test
    void a_large_document_passes_byte_by_byte() throws Exception {
        var bytes = new byte[20 * MEBIBYTE];
        new Random(1).nextBytes(bytes);
        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(post(DOCUMENTS, BodyPublishers.ofByteArray(bytes)).body()).contains(sha256);
        assertThat(post(DOCUMENTS, chunked(bytes)).body()).contains(sha256);
    }

    @Test
    void a_compressed_body_passes_as_it_is_with_its_encoding() throws Exception {
        for (int size : new int[] {100, 5 * MEBIBYTE}) {
            var compressed = gzip(size);
            var sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(compressed));
            var request = HttpRequest.newBuilder(origin.resolve(IMPORTS))
                    .header("Content-Type", "text/csv; charset=windows-1252")
                    .header("Content-Encoding", "gzip")
                    .POST(BodyPublishers.ofByteArray(compressed))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).body())
                    .contains(
                            "\"content-encoding\":\"gzip\"",
                            "\"content-type\":\"text/csv; charset=windows-1252\"",
                            "\"length\":" + compressed.length,
                            sha256);
        }
    }

    /** Compresses random bytes, so that a large body stays large. */
    private static byte[] gzip(int size) throws Exception {
        var bytes = new byte[size];
        new Random(2).nextBytes(bytes);
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }

    @Test
    void a_body_over_the_limit_is_refused_and_not_passed_on() throws Exception {
        var seen = seen();
        tooLarge(post(CHANGES, BodyPublishers.ofByteArray(new byte[10 * MEBIBYTE + 1])));
        tooLarge(post(DOCUMENTS, BodyPublishers.ofByteArray(new byte[100 * MEBIBYTE])));
        assertThat(seen()).isEqualTo(seen + 1);
        tooLarge(post(CHANGES, chunked(new byte[30 * MEBIBYTE])));
    }

    @Test
    void a_file_to_import_may_be_larger_than_a_document() throws Exception {
        var bytes = new byte[80 * MEBIBYTE];
        assertThat(post(IMPORTS, BodyPublishers.ofByteArray(bytes)).body()).contains("" + bytes.length);
        assertThat(post(IMPORTS, chunked(bytes)).body()).contains("" + bytes.length);
        given().get("/api/imports/0193").then().statusCode(200).body("method", equalTo("GET"));
        given().get("/api/imports/0193/report").then().statusCode(200).body("method", equalTo("GET"));
        given().post("/api/imports/0193/release").then().statusCode(201).body("method", equalTo("POST"));
    }

    @Test
    void the_version_of_its_id_shows_which_service_has_an_import() {
        var ofMemberships = "/api/imports/0193a5f2-7c01-7b2e-9d4f-5a6b7c8d9e0f";
        var ofExercises = "/api/imports/0193a5f2-7c01-8b2e-9d4f-5a6b7c8d9e0f";
        given().get(ofMemberships).then().statusCode(200);
        given().get(ofMemberships + "/report").then().statusCode(200);
        given().post(ofMemberships + "/undo").then().statusCode(201);
        var silent = "The exercises service does not respond now";
        given().get(ofExercises).then().statusCode(503).body("detail", equalTo(silent));
        given().get(ofExercises + "/report").then().statusCode(503).body("detail", equalTo(silent));
        given().post(ofExercises + "/undo").then().statusCode(503).body("detail", equalTo(silent));
        given().post("/api/imports/exercises").then().statusCode(503).body("detail", equalTo(silent));
    }

    @Test
    void each_kind_of_imports_is_listed_by_its_service() {
        given().get("/api/imports/memberships?status=held&limit=1")
                .then()
                .statusCode(200)
                .body("method", equalTo("GET"))
                .body("uri", equalTo("/api/imports/memberships?status=held&limit=1"));
        given().get("/api/imports/exercises")
                .then()
                .statusCode(503)
                .body("detail", equalTo("The exercises service does not respond now"));
    }

    @Test
    void an_answer_streams() throws Exception {
        var request = HttpRequest.newBuilder(origin.resolve(DOCUMENTS + "/stream/content"))
                .build();
        var response = client.send(request, BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: first");
        }
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    }

    @Test
    void whoever_asks_before_sending_is_told_to_go_on() throws Exception {
        try (var socket = new Socket(origin.getHost(), origin.getPort())) {
            var head = """
                    POST %s HTTP/1.1\r
                    Host: localhost\r
                    Content-Length: 2\r
                    Content-Type: application/json\r
                    Expect: 100-continue\r
                    \r
                    """.formatted(CHANGES);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(lines.readLine()).startsWith("HTTP/1.1 100");
            assertThat(lines.readLine()).isEmpty();
            socket.getOutputStream().write("{}".getBytes(StandardCharsets.US_ASCII));
            assertThat(lines.readLine()).startsWith("HTTP/1.1 201");
        }
    }

    @Test
    void an_owner_that_is_down_or_breaks_off_is_told_as_such() {
        for (var path : new String[] {"/api/exercises", "/api/organizations/break/changes"}) {
            given().contentType("application/json")
                    .body("{}")
                    .post(path)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "1")
                    .body("type", equalTo("/problems/unavailable"));
        }
    }

    @Test
    void what_is_not_in_the_document_is_not_passed_on() {
        given().post("/api/nothing").then().statusCode(404).contentType("application/problem+json");
        given().post("/relay/texts/republication").then().statusCode(404).contentType("application/problem+json");
        given().delete(CHANGES)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", "OPTIONS, POST");
        given().post("/api/parties").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void a_token_that_is_not_valid_does_not_get_through() {
        var seen = seen();
        given().header("Authorization", "Bearer nonsense")
                .body("{}")
                .post(CHANGES)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("Requests-Seen", nullValue());
        assertThat(seen()).isEqualTo(seen + 1);
    }

    private static int seen() {
        return Integer.parseInt(given().body("{}").post(CHANGES).header("Requests-Seen"));
    }

    private static void tooLarge(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("/problems/too-large");
    }

    private static HttpRequest.BodyPublisher chunked(byte[] bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    }

    private HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) throws Exception {
        var request = HttpRequest.newBuilder(origin.resolve(path)).POST(body).build();
        return client.send(request, BodyHandlers.ofString());
    }
}
