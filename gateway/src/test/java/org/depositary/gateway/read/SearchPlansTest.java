package org.depositary.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.depositary.gateway.search.SearchQuestion;
import org.depositary.testing.TestServers;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Counts the rows that a search reads from 1,000 documents with 100 passages each, with plans that PostgreSQL made for empty
 * tables. A search reads the passages that match, and no others.
 */
@Tag("full")
class SearchPlansTest {

    private static final Path STATEMENT = Path.of("src/test/resources/statements/documents-search.sql");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestServers servers = TestServers.running();
    private final String database = servers.freshDatabase("searches");
    private Connection connection;

    @BeforeEach
    void fillTables() throws SQLException, IOException {
        Flyway.configure()
                .dataSource(servers.postgres().jdbcUrl(database), database, password())
                .locations("db/gateway")
                .load()
                .migrate();
        connection = DriverManager.getConnection(servers.postgres().jdbcUrl(database), login());
        for (var script : new String[] {"/db/projection.sql", "/db/read-models.sql"}) {
            try (var sql = SearchPlansTest.class.getResourceAsStream(script)) {
                execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        execute("VACUUM ANALYZE");
        execute("""
                INSERT INTO passage_dictionary VALUES ('english'), ('dutch'), ('simple');
                INSERT INTO document (id, status, rights, described, details, layers, first_seq, seq_from, recorded_from)
                SELECT 'd' || n, 'ok', CASE n % 2 WHEN 0 THEN 'public' ELSE 'restricted' END, ARRAY['title', 'n' || n],
                       '{}', '{}', n, n, now()
                FROM generate_series(1, 1000) n;
                INSERT INTO text_chunk SELECT 'd' || n, 0, 1, 1, 0, '' FROM generate_series(1, 1000) n;
                INSERT INTO passage (document, chunk, ordinal, anchor, kind, start, "end", text, dictionary, words)
                SELECT 'd' || n, 0, p, 'p-' || p, 'paragraph', 0, 0, '', 'english', search_vector('english', ARRAY[
                           'the', 'parties', 'meet', CASE p % 2 WHEN 0 THEN 'frequent' ELSE 'other' END,
                           CASE WHEN p = 7 AND n <= 20 THEN 'rare' ELSE 'word' || p END, 'document' || n])
                FROM generate_series(1, 1000) n, generate_series(1, 100) p;
                """);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_search_reads_the_passages_that_match_and_no_others() throws SQLException, IOException {
        var rare = rowsRead("rare");
        assertThat(rare.get("passage")).isEqualTo(20);
        assertThat(rare.get("document")).isLessThanOrEqualTo(100);

        // The best passages cannot be known without the rank of each passage that matches.
        var frequent = rowsRead("frequent");
        assertThat(frequent.get("passage")).isEqualTo(50_000);
        assertThat(frequent.get("document")).isLessThanOrEqualTo(2_000);

        assertThat(rowsRead("frequent rare").get("passage")).isZero();
        assertThat(rowsRead("frequent document7").get("passage")).isEqualTo(50);
        assertThat(rowsRead("\"rare frequent\"").get("passage")).isZero();
    }

    /** The rows that the scans of each table return or drop, in the plan that a session keeps. */
    private Map<String, Long> rowsRead(String question) throws SQLException, IOException {
        var statements = Files.readString(STATEMENT).split(";\n");
        execute(statements[0]);
        execute(statements[1]);
        execute("SET LOCAL depositary.seq = 1000000");
        var search = withValues(statements[3], SearchQuestion.parse(question).json());
        var rows = new TreeMap<String, Long>();
        try (var explain = connection.createStatement();
                var plan = explain.executeQuery("EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) " + search)) {
            plan.next();
            add(rows, JSON.readTree(plan.getString(1)).get(0).get("Plan"));
        }
        execute("ROLLBACK");
        return rows;
    }

    private static void add(Map<String, Long> rows, JsonNode node) {
        if (node.has("Relation Name")) {
            long each = node.path("Actual Rows").asLong()
                    + node.path("Rows Removed by Filter").asLong()
                    + node.path("Rows Removed by Index Recheck").asLong();
            rows.merge(
                    node.get("Relation Name").asText(),
                    each * node.path("Actual Loops").asLong(),
                    Long::sum);
        }
        node.path("Plans").forEach(child -> add(rows, child));
    }

    /** Replaces the parameters of the statement, from the last one on: $1 is part of $10. */
    private static String withValues(String statement, String question) {
        var sql = statement;
        for (int number = 40; number > 0; number--) {
            sql = sql.replaceAll("\\$" + number + "::jsonb", "'" + question + "'::jsonb")
                    .replaceAll("-\\$" + number + "::numeric, \\$" + (number + 1), "-'Infinity'::numeric, ''")
                    .replaceAll("(cited_quotes_at|documents_at)\\(\\$" + number + "\\)", "$1('infinity')")
                    .replaceAll("document, \\$" + number + "\\)", "document, false)")
                    .replaceAll("LIMIT \\$" + number + "(?!\\d)", "LIMIT 20");
        }
        return sql.replaceAll("\\$\\d+", "NULL");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Properties login() {
        var login = new Properties();
        login.putAll(Map.of("user", database, "password", password(), "preferQueryMode", "simple"));
        return login;
    }

    private String password() {
        return servers.postgres().password();
    }
}
