package org.depositary.documents.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.depositary.documents.command.DocumentCalls;
import org.depositary.testing.RealPostgresAndKafka;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Tests what a takedown leaves in the database, and how it is lifted. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "takedown"))
class TakedownTest {

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private final byte[] bytes = DocumentCalls.words(
            "The secret word is %s.\n\nIt stands in a second passage too: %s.".formatted(word, word));
    private final String document = DocumentCalls.id(bytes);

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void no_table_keeps_the_text_or_the_bytes() throws SQLException {
        send();
        awaitTables("document_part", "document_text", "passage");
        analyze();
        assertThat(tablesWithWord()).containsExactlyInAnyOrder("document_part", "document_text", "passage");

        takeDown();

        awaitTables();
        analyze();
        assertThat(tablesWithWord()).isEmpty();
    }

    @Test
    void the_bytes_are_refused_until_an_administrator_lifts_the_takedown() {
        send();
        events(2);
        takeDown();
        DocumentCalls.send("text/plain", bytes).then().statusCode(410);
        lift("curator", "{\"reason\":\"allowed\"}", 403);
        lift("admin", "{}", 422);

        lift("admin", "{\"reason\":\"allowed\"}", 201);

        lift("admin", "{\"reason\":\"allowed again\"}", 200);
        content(404);
        send();
        var extracted = events(6).getLast();
        assertThat(extracted.type()).isEqualTo("org.depositary.document.document-extracted.v1");
        assertThat(extracted.data().get("extraction").asInt()).isEqualTo(2);
        assertThat(events(6).get(3).type()).isEqualTo("org.depositary.document.document-takedown-lifted.v1");
        content(200);
        awaitTables("document_part", "document_text", "passage");
        lift("admin", "{\"reason\":\"it is not taken down\"}", 409);
    }

    @Test
    void an_upload_under_an_old_key_is_not_answered_from_before_the_takedown() {
        sendWithKey().then().statusCode(202);
        events(2);
        takeDown();
        // The stored answer names the document, and nothing of its text.
        sendWithKey().then().statusCode(202).body("id", equalTo(document));
        content(404);
    }

    private Response sendWithKey() {
        return DocumentCalls.bytes("contributor", "text/plain", bytes)
                .header("Idempotency-Key", word)
                .post("/api/documents");
    }

    private void send() {
        DocumentCalls.send("text/plain", bytes).then().statusCode(202);
    }

    private void takeDown() {
        DocumentCalls.json("admin", "{\"reason\":\"asked for\"}")
                .post("/api/documents/{id}/takedown", document)
                .then()
                .statusCode(201);
    }

    private void lift(String role, String body, int status) {
        DocumentCalls.json(role, body)
                .delete("/api/documents/{id}/takedown", document)
                .then()
                .statusCode(status);
    }

    private void content(int status) {
        DocumentCalls.as("contributor")
                .get("/api/documents/{id}/content", document)
                .then()
                .statusCode(status);
    }

    private List<DocumentTopics.Published> events(int atLeast) {
        return await().until(
                        () -> new DocumentTopics(bootstrapServers).events(document),
                        events -> events.size() >= atLeast);
    }

    private void awaitTables(String... tables) {
        await().untilAsserted(() -> assertThat(tablesWithWord()).containsExactlyInAnyOrder(tables));
    }

    /** Fills pg_statistic, in which PostgreSQL keeps samples of the columns. */
    private void analyze() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    /** The tables that have the word in any column, as text or as bytes. */
    private List<String> tablesWithWord() throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = dataSource.getConnection()) {
            var tables = new ArrayList<>(column(connection, """
                    SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                    """));
            tables.add("pg_stats");
            for (var table : tables) {
                var sql = "SELECT 1 FROM %s t WHERE t::text LIKE '%%%s%%' OR t::text LIKE '%%%s%%' LIMIT 1"
                        .formatted(table, word, HexFormat.of().formatHex(word.getBytes(UTF_8)));
                if (!column(connection, sql).isEmpty()) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
