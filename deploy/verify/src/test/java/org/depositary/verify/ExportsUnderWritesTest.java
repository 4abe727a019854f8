package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Exports and their deltas while others write, and the exports of two gateways on two databases. */
@Tag("full")
class ExportsUnderWritesTest {

    /** The kinds of exports that the writes change. */
    private static final List<String> WRITTEN =
            List.of("memberships", "state-years", "documents", "exercises", "changes");

    private static TestInstallation installation;

    @BeforeAll
    static void start() {
        installation = TestInstallation.start("exports");
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void an_export_and_its_deltas_make_every_later_export() throws Exception {
        var reader = installation.client();
        var before = new HashMap<String, NdjsonExport>();
        var differences = new HashMap<String, Integer>();
        try (var rounds = new RoundsUnderWrites("exports and their deltas", installation)) {
            WRITTEN.forEach(kind -> before.put(kind, export(reader, kind, "")));
            for (int round = 0; round < RoundsUnderWrites.ROUNDS; round++) {
                rounds.awaitFurtherChanges();
                for (var kind : WRITTEN) {
                    var earlier = before.put(kind, export(reader, kind, ""));
                    differences.merge(kind, assertFollows(reader, kind, earlier, before.get(kind)), Integer::sum);
                }
            }
            rounds.endWrites();
        }
        assertThat(differences).containsOnlyKeys(WRITTEN);
        assertThat(differences.values()).allMatch(count -> count > 0);
    }

    /** Asserts that the earlier export and the delta make the later one. Returns the size of the delta. */
    private static int assertFollows(OriginClient reader, String kind, NdjsonExport earlier, NdjsonExport later) {
        assertThat(later.cursor()).isNotEqualTo(earlier.cursor());
        var delta = export(reader, kind, "?since=%s&known-at=%s".formatted(earlier.cursor(), later.cursor()));
        assertThat(earlier.with(delta)).as(kind).isEqualTo(later.rows());
        return delta.rows().size();
    }

    private static NdjsonExport export(OriginClient reader, String kind, String query) {
        return NdjsonExport.read(reader, "/api/exports/%s.ndjson%s".formatted(kind, query));
    }

    @Test
    void two_gateways_on_two_databases_export_the_same_bytes() throws Exception {
        var here = installation.client();
        recordEachKind(here.with(installation.token("admin")));
        await("all kinds have rows").until(() -> NdjsonExport.KINDS_OF_FACTS.stream()
                .noneMatch(kind -> export(here, kind, "").rows().isEmpty()));
        var instant = Instant.now().toString();
        createDatabases();
        try (var second = ServiceReplica.start(installation, TestInstallation.GATEWAY, ofSecond())) {
            var there = second.client();
            // Also what was recorded before the instant may still be on its way to either of them.
            await("both gateways have all changes until then")
                    .until(() -> changes(there, instant).equals(changes(here, instant)));
            assertThat(changes(here, instant)).isNotEmpty();
            for (var kind : NdjsonExport.KINDS_OF_FACTS) {
                assertThat(export(here, kind, "?known-at=" + instant).rows())
                        .as(kind)
                        .isNotEmpty();
                for (var format : List.of("csv", "ndjson", "json", "parquet")) {
                    var address = "/api/exports/%s.%s?known-at=%s".formatted(kind, format, instant);
                    assertThat(bytes(there, address)).as(address).isEqualTo(bytes(here, address));
                }
            }
        }
    }

    private static void recordEachKind(OriginClient admin) {
        var organization = CommandBodies.organization("Exported");
        admin.put("/api/organizations/exported", organization).expect(201);
        for (var party : List.of("KZ", "UZ")) {
            admin.post(
                            "/api/organizations/exported/membership-changes",
                            CommandBodies.change(party, "accession", "2001-06"))
                    .expect(201);
        }
        var exercise = CommandBodies.exercise("Exported", "2007-08", "KZ", "UZ");
        admin.post("/api/exercises", CommandBodies.with(exercise, "organizations", List.of("exported")))
                .expect(201);
        admin.put("/api/instruments/exported", CommandBodies.with(organization, "type", "treaty"))
                .expect(201);
        var text = BodyPublishers.ofString("Exported\n\nA text.");
        admin.send("POST", "/api/documents", text, "Content-Type", "text/plain").expect(202);
    }

    /** The changes by their ids, without the cursors of the gateway. */
    private static Map<String, JsonNode> changes(OriginClient reader, String instant) {
        var changes = export(reader, "changes", "?known-at=" + instant).rows();
        changes.values().forEach(change -> ((ObjectNode) change).remove("cursor"));
        return new TreeMap<>(changes);
    }

    private static byte[] bytes(OriginClient reader, String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(reader.origin().resolve(address)).build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private static void createDatabases() throws SQLException {
        var address = installation.administration("postgres");
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE second_gateway OWNER gateway");
            statement.execute("CREATE DATABASE second_clients OWNER clients");
        }
    }

    /** The second gateway has its own databases, and reads all partitions itself. */
    private static Map<String, String> ofSecond() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                installation.database("second_gateway").url(),
                "QUARKUS_DATASOURCE_CLIENTS_JDBC_URL",
                installation.database("second_clients").url(),
                "MP_MESSAGING_INCOMING_FEEDER_GROUP_ID",
                "second-gateway",
                "MP_MESSAGING_INCOMING_TEXTS_GROUP_ID",
                "second-gateway-texts");
    }

    @Test
    void pandas_reads_every_csv_back_to_the_same_rows() throws Exception {
        var cursor = installation
                .client()
                .get("/api/exports/parties.csv")
                .expect(200)
                .cursor();
        for (var kind : NdjsonExport.KINDS_OF_FACTS) {
            var address = "%s/api/exports/%s.csv?trailer=true&known-at=%s"
                    .formatted(installation.client().origin(), kind, cursor);
            var script =
                    "import pandas; t = pandas.read_csv('%s', comment='#', keep_default_na=False, dtype=str); print(len(t))"
                            .formatted(address);
            var read = new SystemCommand(Arrays.asList("/usr/bin/python3", "-c", script)).must();
            var rows = export(installation.client(), kind, "?known-at=" + cursor)
                    .rows()
                    .size();
            assertThat(read.strip()).as(kind).isEqualTo(String.valueOf(rows));
        }
    }

    /** Waits until all kept exports are kept, after the gateway was killed while it made them. */
    @Test
    void a_killed_gateway_leaves_no_export_half_made() {
        var curator = installation.client().with(installation.token("curator"));
        for (int i = 0; i < 3; i++) {
            curator.post("/api/exports", Map.of("of", "state-years", "format", "csv", "title", "Kept " + i))
                    .expect(202);
        }
        var healed = installation.kill(TestInstallation.GATEWAY);
        await("the gateway is back").until(healed::getAsBoolean);
        await("all are kept").until(() -> installation.client().get("/api/exports").items().stream()
                .allMatch(export -> export.path("status").asText().equals("kept")));
        for (var export : installation.client().get("/api/exports").items()) {
            var file = export.path("file");
            var bytes = installation.client().get(file.path("url").asText()).expect(200);
            assertThat(bytes.text().lines().count()).isEqualTo(file.path("rows").asLong() + 1);
            assertThat(bytes.header("ETag")).isEqualTo('"' + file.path("sha256").asText() + '"');
        }
    }
}
