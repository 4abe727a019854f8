package org.depositary.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.depositary.testing.TestServers;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that frequent reads set what they need themselves: in a session with PostgreSQL's own planner settings, none of
 * them scans a table of the read models or the change log, even if PostgreSQL has statistics of empty tables.
 */
@Tag("full")
class ReadPlansTest {

    private static final Path STATEMENTS = Path.of("src/test/resources/statements");

    /** The first statements of a round trip begin the transaction and fix the plans. */
    private static final int SETUP = 2;

    private final TestServers servers = TestServers.running();
    private final String database = servers.freshDatabase("plans");
    private Connection connection;

    @BeforeEach
    void emptyTables() throws SQLException, IOException {
        Flyway.configure()
                .dataSource(servers.postgres().jdbcUrl(database), database, password())
                .locations("db/gateway")
                .load()
                .migrate();
        connection = DriverManager.getConnection(servers.postgres().jdbcUrl(database), login());
        for (var script : List.of("/db/projection.sql", "/db/read-models.sql")) {
            try (var sql = ReadPlansTest.class.getResourceAsStream(script)) {
                execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        execute("VACUUM ANALYZE");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void frequent_reads_scan_no_table_that_grows() throws SQLException, IOException {
        assertThat(scans(SETUP)).isEmpty();
    }

    @Test
    void without_their_settings_they_would() throws SQLException, IOException {
        assertThat(scans(1)).anyMatch(scan -> scan.contains("Seq Scan on change "));
    }

    /** @param setup the number of statements to execute before the others are explained */
    private List<String> scans(int setup) throws SQLException, IOException {
        var scans = new ArrayList<String>();
        for (var file : statementFiles()) {
            var statements = Files.readString(file).split(";\n");
            for (int i = 0; i < setup; i++) {
                execute(statements[i]);
            }
            for (int i = SETUP; i < statements.length; i++) {
                if (!statements[i].isBlank()) {
                    scanned(statements[i]).forEach(scan -> scans.add(file.getFileName() + ": " + scan));
                }
            }
            execute("ROLLBACK");
        }
        return scans;
    }

    private static List<Path> statementFiles() throws IOException {
        try (Stream<Path> files = Files.list(STATEMENTS)) {
            var all = files.sorted().toList();
            assertThat(all).isNotEmpty();
            return all;
        }
    }

    /** The sequential scans in the generic plan, except of tables with few rows. */
    private List<String> scanned(String statement) throws SQLException {
        try (var explain = connection.createStatement();
                var lines = explain.executeQuery("EXPLAIN (GENERIC_PLAN) " + statement)) {
            var scans = new ArrayList<String>();
            while (lines.next()) {
                var line = lines.getString(1);
                if (line.contains("Seq Scan on ")
                        && !line.matches(".*Seq Scan on (\"position\"|change_head|passage_dictionary) .*")) {
                    scans.add(line.strip());
                }
            }
            return scans;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** With the simple protocol, the driver sends EXPLAIN as it is. Otherwise it would bind values to the parameters. */
    private Properties login() {
        var login = new Properties();
        login.putAll(Map.of("user", database, "password", password(), "preferQueryMode", "simple"));
        return login;
    }

    private String password() {
        return servers.postgres().password();
    }
}
