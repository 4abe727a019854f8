package org.depositary.gateway.web.resource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.depositary.gateway.web.resource.Register.Published;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests exports: their rows, formats, ends, and the deltas between them. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ExportsTest {

    private static final String NDJSON = "application/x-ndjson";

    private final String one = Register.slug("a");
    private final String other = Register.slug("b");

    @Inject
    Register register;

    @Inject
    ObjectMapper mapper;

    @TestHTTPResource
    URI origin;

    @BeforeEach
    void twoOrganisations() {
        register.organization(one, ", \"founded\": \"1990\"");
        register.organization(other, "");
        register.membershipChange(one, "RU", "accession", "1992-01-01");
        register.membershipChange(one, "CN", "accession", "1991-06");
        register.membershipChange(one, "CN", "withdrawal", "1994-05-01");
        register.membershipChange(other, "CN", "interest", "199X");
        register.after().get("/api/organizations/" + one).then().statusCode(200);
    }

    private static ExtractableResponse<Response> get(String path) {
        return given().get("/api/exports/" + path).then().statusCode(200).extract();
    }

    private List<JsonNode> lines(String path) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : get(path).asString().lines().toList()) {
            lines.add(mapper.readTree(line));
        }
        return lines;
    }

    /** The rows of an NDJSON export by their keys. Checks the number of rows in its last line. */
    private TreeMap<String, JsonNode> rows(String path) throws IOException {
        var lines = lines(path);
        var end = lines.removeLast();
        assertThat(end.path("rows").asInt()).isEqualTo(lines.size());
        var rows = new TreeMap<String, JsonNode>();
        for (var line : lines) {
            var key = new ArrayList<String>();
            end.path("key").forEach(field -> key.add(line.path(field.asText()).asText()));
            boolean isChangeOfOtherTest = line.has("cursor") && !line.has("id");
            if (!isChangeOfOtherTest) {
                assertThat(rows.put(key.toString(), line)).isNull();
            }
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_has_the_same_rows_in_every_format(String kind) throws Exception {
        var cursor = get("parties.csv").header("Depositary-Cursor");
        var address = kind + ".%s?known-at=" + cursor;
        var lines = lines(address.formatted("ndjson"));
        var end = lines.removeLast();
        assertThat(end.path("rows").asInt()).isEqualTo(lines.size());
        assertThat(end.path("of").asText()).isEqualTo(kind);
        assertThat(end.path("known-at").asText()).isEqualTo(cursor);
        assertThat(end.path("license").asText()).startsWith("https://");
        var json = mapper.readTree(get(address.formatted("json")).asString());
        assertThat(json.path("items")).containsExactlyElementsOf(lines);
        assertThat(json.path("rows").asInt()).isEqualTo(lines.size());
        var csv = get(address.formatted("csv"));
        assertThat(csv.contentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.header("Link")).contains("rel=\"license\"");
        try (var reader = de.siegmar.fastcsv.reader.CsvReader.builder().ofNamedCsvRecord(csv.asString())) {
            var records = reader.stream().toList();
            assertThat(records).hasSameSizeAs(lines);
            for (int i = 0; i < lines.size(); i++) {
                for (var key : end.path("key")) {
                    assertThat(records.get(i).getField(key.asText()))
                            .isEqualTo(lines.get(i).path(key.asText()).asText());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void parquet_has_the_same_rows_with_types(String kind) throws Exception {
        exercise("2001-06");
        var address = kind + ".%s?known-at=" + get("parties.csv").header("Depositary-Cursor");
        var lines = lines(address.formatted("ndjson"));
        var end = lines.removeLast();
        var response = get(address.formatted("parquet"));
        assertThat(response.contentType()).isEqualTo("application/vnd.apache.parquet");
        var table = ParquetTable.read(response.asByteArray());
        assertThat(table.rows()).hasSameSizeAs(lines);
        for (int i = 0; i < lines.size(); i++) {
            // As text, because whole numbers of different widths are different nodes.
            assertThat(table.rows().get(i))
                    .hasToString(table.expected(lines.get(i), mapper).toString());
        }
        var header = get(address.formatted("csv")).asString().lines().findFirst();
        assertThat(header).contains(String.join(",", table.columns()));
        for (var field : end.properties()) {
            var value = field.getValue();
            assertThat(table.metadata())
                    .containsEntry(
                            "depositary." + field.getKey(), value.isValueNode() ? value.asText() : value.toString());
        }
    }

    @Test
    void a_truncated_parquet_file_cannot_be_read() throws Exception {
        var whole = get("parties.parquet").asByteArray();
        assertThat(ParquetTable.read(whole).rows()).isNotEmpty();
        assertThatThrownBy(() -> ParquetTable.read(Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_delta_in_parquet_has_a_column_for_it() throws Exception {
        var before = get("memberships.csv").header("Depositary-Cursor");
        register.membershipChange(one, "KZ", "accession", "2000-01-01");
        register.after().get("/api/organizations/" + one).then().statusCode(200);
        var table = ParquetTable.read(get("memberships.parquet?since=" + before).asByteArray());
        assertThat(table.columns()).startsWith("delta", "organization");
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().getFirst().path("delta").asText()).isEqualTo("added");
        assertThat(table.metadata()).containsEntry("depositary.since", before);
    }

    private Published exercise(String dates) {
        var published = register.exercise(statement(dates));
        register.after(published).get("/api/exercises/" + published.id()).then().statusCode(200);
        return published;
    }

    private String statement(String dates) {
        return """
                "name": "Peace Mission", "kind": "exercise", "status": "completed", "organizations": ["%s"],
                "dates": "%s", "participants": [{"party": "CN", "role": "host", "strength": {"min": 1600, "max": 1700}}]
                """.formatted(one, dates);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exercises", "participations"})
    void the_correction_of_a_date_is_one_changed_row(String kind) throws Exception {
        var first = exercise("2001-03");
        exercise("2001-06");
        var before = get(kind + ".csv").header("Depositary-Cursor");
        var corrected =
                register.publish("exercise", "exercise:" + first.id(), "exercise-corrected", first.id(), """
                {"id": "%s", %s, "corrected": ["dates"], "reason": "Misread", "sources": [{"title": "A book"}]}
                """.formatted(
                                first.id(), statement("2001-09")));
        register.after(corrected).get("/api/exercises/" + first.id()).then().statusCode(200);
        var delta = lines(kind + ".ndjson?since=" + before);
        assertThat(delta.removeLast().path("rows").asInt()).isEqualTo(1);
        assertThat(delta.getFirst().path("delta").asText()).isEqualTo("changed");
        assertThat(delta.getFirst().toString()).contains(first.id(), "2001-09");
    }

    private static Stream<String> kinds() {
        return Stream.of(
                "organizations",
                "parties",
                "memberships",
                "exercises",
                "documents",
                "instruments",
                "state-years",
                "pairs",
                "participations",
                "changes");
    }

    @Test
    void memberships_have_their_times_and_sources() throws Exception {
        var rows = lines("memberships.ndjson").stream()
                .filter(row -> row.path("organization").asText().equals(one))
                .toList();
        assertThat(rows).extracting(row -> row.path("party").asText()).containsExactly("CN", "RU");
        assertThat(rows.getFirst().at("/since/edtf").asText()).isEqualTo("1991-06");
        assertThat(rows.getFirst().at("/until/edtf").asText()).isEqualTo("1994-05-01");
        assertThat(rows.getFirst().at("/sources/0/title").asText()).isEqualTo("A book");
        assertThat(rows.getLast().path("until").isNull()).isTrue();
    }

    @Test
    void the_day_of_an_export_is_that_of_the_point_and_not_today() {
        var first = get("state-years.ndjson?known-at=1993-01-01T00:00:00Z").asString();
        assertThat(first).contains("\"rows\":0").contains("\"on\":\"1993-01-01\"");
        var cursor = get("parties.csv").header("Depositary-Cursor");
        var years = get("state-years.csv?on=1993-12-31&known-at=" + cursor).asString();
        assertThat(years.lines().filter(line -> line.startsWith(one)))
                .hasSize(3 + 2)
                .noneMatch(line -> line.contains(",1994,"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"memberships", "organizations", "state-years", "pairs", "changes", "parties"})
    void an_export_and_its_delta_make_the_next_export(String kind) throws Exception {
        var before = get(kind + ".ndjson").header("Depositary-Cursor");
        register.membershipChange(one, "RU", "withdrawal", "2000-01-01");
        register.membershipChange(one, "KZ", "accession", "1993");
        register.membershipChange(other, "CN", "accession", "2001");
        register.organizationChange(one, "2002", "\"names\": {\"en\": \"Another name\"}");
        register.after().get("/api/organizations/" + one).then().statusCode(200);
        var after = get(kind + ".ndjson").header("Depositary-Cursor");
        var expected = rows("%s.ndjson?known-at=%s".formatted(kind, after));
        var applied = rows("%s.ndjson?known-at=%s".formatted(kind, before));
        assertThat(applied).isNotEqualTo(expected);
        var delta = rows("%s.ndjson?since=%s&known-at=%s".formatted(kind, before, after));
        delta.forEach((key, row) -> {
            var mark = ((com.fasterxml.jackson.databind.node.ObjectNode) row)
                    .remove("delta")
                    .asText();
            if (mark.equals("gone")) {
                assertThat(applied.remove(key)).isNotNull();
            } else {
                assertThat(applied.put(key, row) == null).isEqualTo(mark.equals("added"));
            }
        });
        assertThat(applied).isEqualTo(expected);
    }

    @Test
    void a_delta_in_csv_has_a_column_for_it() {
        var before = get("memberships.csv").header("Depositary-Cursor");
        register.membershipChange(one, "KZ", "accession", "2000-01-01");
        register.after().get("/api/organizations/" + one).then().statusCode(200);
        var lines = get("memberships.csv?since=" + before).asString().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("delta,organization,");
        assertThat(lines.getLast()).startsWith("added," + one + ",");
    }

    @Test
    void a_trailer_tells_the_number_of_rows_and_csv_can_end_with_it() throws Exception {
        var raw = raw("GET /api/exports/parties.csv HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        var rows = get("parties.csv?trailer=true").asString().lines().toList();
        assertThat(rows.getLast()).isEqualTo("# rows: " + (rows.size() - 2));
        assertThat(raw.toLowerCase(java.util.Locale.ROOT))
                .contains("transfer-encoding: chunked")
                .contains("trailer: depositary-rows")
                .endsWith("0\r\ndepositary-rows: %d\r\n\r\n".formatted(rows.size() - 2));
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(origin.getHost(), origin.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void unchanged_data_is_not_sent_again() {
        var cursor = get("parties.csv").header("Depositary-Cursor");
        var address = "/api/exports/pairs.csv?known-at=" + cursor;
        var tag = given().get(address).then().statusCode(200).extract().header("ETag");
        given().header("If-None-Match", tag).get(address).then().statusCode(304);
    }

    @Test
    void bad_requests_are_explained() {
        given().get("/api/exports/nothing.csv")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("memberships"));
        given().get("/api/exports/memberships.xls").then().statusCode(404);
        given().get("/api/exports/memberships.csv?known-at=yesterday")
                .then()
                .statusCode(400)
                .body("detail", startsWith("known-at: 'yesterday'"));
        given().get("/api/exports/memberships.csv?since=tomorrow").then().statusCode(400);
        given().get("/api/exports/memberships.csv?on=x").then().statusCode(400);
        given().get("/api/exports/memberships.csv?organization=sco")
                .then()
                .statusCode(400)
                .body("title", equalTo("A query parameter is wrong"));
        given().get("/api/exports/memberships.csv?known-at=abcdefgh.1").then().statusCode(410);
        given().get("/api/exports/memberships.csv?since=abcdefgh.1").then().statusCode(410);
    }

    @Test
    void it_is_ndjson_by_its_extension_whatever_the_client_accepts() {
        given().accept("text/html")
                .get("/api/exports/parties.ndjson")
                .then()
                .statusCode(200)
                .contentType(startsWith(NDJSON));
    }
}
