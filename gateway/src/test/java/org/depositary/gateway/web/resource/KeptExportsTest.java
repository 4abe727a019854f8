package org.depositary.gateway.web.resource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.depositary.testing.RealPostgresAndKafka;
import org.depositary.testing.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests exports that are kept for ever. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class KeptExportsTest {

    @Inject
    Register register;

    @Inject
    @DataSource("clients")
    javax.sql.DataSource clients;

    private static ValidatableResponse post(Map<String, Object> body, String key) {
        return given().auth()
                .oauth2(RealPostgresAndKafka.token("curator"))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/exports")
                .then();
    }

    private static String request(String kind, String format) {
        return post(Map.of("of", kind, "format", format, "title", "For a paper"), key())
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** Makes an export and waits until it is kept. */
    private static JsonPath kept(String kind, String format) {
        return awaited(request(kind, format));
    }

    private static JsonPath awaited(String address) {
        Waiting.await("the export is kept")
                .until(() -> given().get(address).jsonPath().getString("status").equals("kept"));
        return given().get(address).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void its_address_has_the_same_bytes_and_their_hash_for_ever() throws Exception {
        register.organization(Register.slug("kept"), "");
        register.after().get("/api/organizations").then().statusCode(200);
        var export = kept("organizations", "csv");
        var address = export.getString("file.url");
        var response = given().get(address)
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("ETag", '"' + export.getString("file.sha256") + '"')
                .extract();
        var bytes = response.asByteArray();
        var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(export.getString("file.sha256"));
        var digest = "sha-256=:%s:".formatted(Base64.getEncoder().encodeToString(hash));
        assertThat(response.header("Repr-Digest")).isEqualTo(digest);
        assertThat(response.header("Content-Digest")).isEqualTo(digest);
        assertThat(bytes).hasSize(export.getInt("file.size"));
        assertThat(response.asString().lines().count()).isEqualTo(export.getInt("file.rows") + 1);
        register.organization(Register.slug("later"), "");
        register.after().get("/api/organizations").then().statusCode(200);
        assertThat(given().get(address).asByteArray()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ndjson", "parquet"})
    void it_equals_the_export_as_known_at_its_instant(String format) {
        register.organization(Register.slug("same"), "");
        register.after().get("/api/organizations").then().statusCode(200);
        var export = kept("parties", format);
        var again = given().get("/api/exports/parties.%s?known-at=%s".formatted(format, export.getString("known-at")))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(given().get(export.getString("file.url")).asByteArray()).isEqualTo(again);
    }

    @Test
    void a_client_selects_fields_of_its_description_and_not_of_its_bytes() {
        var address = request("parties", "csv");
        awaited(address);
        var selected = given().get(address + "?fields=status,file.rows").then().statusCode(200);
        assertThat(selected.extract().jsonPath().getMap("").keySet()).containsExactly("status", "file");
        assertThat(selected.extract().jsonPath().getMap("file").keySet()).containsExactly("rows");
        given().get(address + "?fields=nonsense")
                .then()
                .statusCode(400)
                .body("detail", containsString("unknown field 'nonsense'"));
        given().get(awaited(address).getString("file.url") + "?fields=code")
                .then()
                .statusCode(400);
    }

    @Test
    void a_range_of_it_can_be_read() {
        var export = kept("parties", "json");
        var address = export.getString("file.url");
        var whole = given().get(address).asByteArray();
        var part = given().header("Range", "bytes=10-19")
                .get(address)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 10-19/" + whole.length)
                .extract()
                .asByteArray();
        assertThat(part).isEqualTo(java.util.Arrays.copyOfRange(whole, 10, 20));
        given().header("Range", "bytes=%d-".formatted(whole.length))
                .get(address)
                .then()
                .statusCode(416)
                .contentType("application/problem+json")
                .header("Content-Range", "bytes */" + whole.length);
        given().header("Range", "bytes=0-1")
                .header("If-Range", "\"another\"")
                .get(address)
                .then()
                .statusCode(200);
        var tag = '"' + export.getString("file.sha256") + '"';
        given().header("If-None-Match", tag).get(address).then().statusCode(304);
        given().header("Range", "bytes=10-19")
                .head(address)
                .then()
                .statusCode(200)
                .header("Content-Length", String.valueOf(whole.length));
    }

    @Test
    void the_manifest_has_the_delta_from_the_one_before() {
        var before = kept("memberships", "csv");
        var organization = Register.slug("delta");
        register.organization(organization, "");
        register.membershipChange(organization, "KZ", "accession", "2001");
        register.after().get("/api/organizations").then().statusCode(200);
        var after = kept("memberships", "csv");
        assertThat(after.getString("delta.since")).isEqualTo(before.getString("url"));
        assertThat(given().get(after.getString("delta.file.url")).asString())
                .startsWith("delta,organization,")
                .contains("\nadded," + organization + ",");
        given().get("/api/exports?limit=1000")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(before.getString("id")))
                .body("items.id", hasItem(after.getString("id")));
        var page = given().get("/api/exports?limit=1").then().statusCode(200).extract();
        given().get("/api/exports?limit=1&after=" + page.path("next"))
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
    }

    @Test
    void the_same_request_again_keeps_one() {
        var key = key();
        Map<String, Object> body = Map.of("of", "pairs", "format", "csv", "title", "Once");
        var first = post(body, key).statusCode(202).extract().header("Location");
        post(body, key).statusCode(202).header("Location", first).header("Idempotency-Replayed", "true");
        post(Map.of("of", "pairs", "format", "json", "title", "Once"), key)
                .statusCode(422)
                .body("type", equalTo("/problems/key-reused"));
        awaited(first);
    }

    @Test
    void the_database_refuses_to_change_a_kept_export() {
        var export = kept("instruments", "csv");
        for (var sql : new String[] {
            "UPDATE kept_part SET bytes = '' WHERE export = '%s'",
            "DELETE FROM kept_file WHERE export = '%s'",
            "UPDATE kept_export SET title = 'Another' WHERE id = '%s'"
        }) {
            assertThatThrownBy(() -> execute(sql.formatted(export.getString("id"))))
                    .hasMessageContaining("A kept export never changes");
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = clients.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void bad_requests_are_explained() {
        post(Map.of("of", "nothing", "format", "csv", "title", "x"), key())
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/of"));
        post(Map.of("of", "pairs", "format", "xls", "title", "x"), key())
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/format"));
        post(Map.of("of", "pairs", "format", "csv"), key())
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/title"));
        post(Map.of("of", "pairs", "format", "csv", "title", "x", "known-at", "2999-01-01T00:00:00Z"), key())
                .statusCode(422)
                .body("detail", containsString("future"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/exports")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(RealPostgresAndKafka.token("reader"))
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/exports")
                .then()
                .statusCode(403);
        given().get("/api/exports/kept/nothing").then().statusCode(404);
        given().get("/api/exports/kept/%s/parties.csv".formatted(UUID.randomUUID()))
                .then()
                .statusCode(404);
        given().get("/api/exports?after=x").then().statusCode(400);
    }

    /** The properties that DCAT-AP 3 makes mandatory, and what a client needs to check the file. */
    @Test
    void the_manifest_is_a_catalogue_of_all_kinds_with_their_kept_exports() throws Exception {
        var export = kept("organizations", "csv");
        var response = given().header("Accept", "application/ld+json").get("/api/exports?limit=1000");
        response.then().statusCode(200).contentType("application/ld+json");
        var catalog = new ObjectMapper().readTree(response.asString());

        assertThat(catalog.at("/@type/0").asText()).isEqualTo("dcat:Catalog");
        var datasets = catalog.path("dcat:dataset");
        assertThat(datasets).hasSizeGreaterThan(9);
        for (var described : datasets) {
            assertDescribed(described);
            assertThat(described.path("dcat:distribution")).hasSize(4).allSatisfy(one -> assertThat(
                            one.at("/dcat:accessURL/0/@id").asText())
                    .startsWith("/api/exports/"));
        }
        assertDescribed(catalog);
        var dataset = find(datasets, "/api/exports#organizations");
        var version = find(dataset.path("dcat:hasVersion"), "/api/exports/kept/" + export.getString("id"));
        assertDescribed(version);
        assertThat(version.at("/dcterms:temporal/0/dcat:endDate/0/@value").asText())
                .isEqualTo(export.getString("on"));
        assertThat(version.at("/dcterms:provenance/0/rdfs:label/0").asText()).isNotEmpty();
        var file = version.at("/dcat:distribution/0");
        assertThat(file.at("/dcat:downloadURL/0/@id").asText()).isEqualTo(export.getString("file.url"));
        assertThat(file.at("/dcat:byteSize/0/@value").asText()).isEqualTo(export.getString("file.size"));
        assertThat(file.at("/spdx:checksum/0/spdx:checksumValue/0/@value").asText())
                .isEqualTo(export.getString("file.sha256"));
        assertThat(file.at("/dcterms:issued/0/@value").asText()).isEqualTo(export.getString("keptAt"));
        assertThat(file.at("/dcterms:license/0/@id").asText()).isEqualTo(export.getString("license"));
        assertThat(file.at("/dcat:mediaType/0/@id").asText()).endsWith("/text/csv");
    }

    private static void assertDescribed(JsonNode resource) {
        for (var property : List.of("dcterms:title", "dcterms:description", "dcterms:publisher")) {
            assertThat(resource.path(property)).as(property).hasSize(1);
        }
        assertThat(resource.at("/dcterms:publisher/0/foaf:name/0").asText()).isEqualTo("Depositary");
    }

    private static JsonNode find(JsonNode nodes, String id) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .filter(node -> node.path("@id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_unchanged_manifest_is_not_sent_again() {
        var tag = given().get("/api/exports?after=1").header("ETag");
        given().header("If-None-Match", tag).get("/api/exports?after=1").then().statusCode(304);
    }
}
