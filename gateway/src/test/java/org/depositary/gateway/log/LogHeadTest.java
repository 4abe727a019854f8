package org.depositary.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.LIMIT;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.depositary.local.postgres.LocalPostgres;
import org.depositary.local.process.Durability;
import org.depositary.local.process.LoopbackPort;
import org.depositary.local.process.RunningProgram;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way to restore a database begins a new epoch. Has a server of its own, because it restarts the server. */
class LogHeadTest {

    private static final String DATABASE = "gateway";

    @TempDir
    static Path directory;

    private static LocalPostgres postgres;
    private static RunningProgram run;

    @BeforeAll
    static void start() {
        postgres = new LocalPostgres(directory, LoopbackPort.anyFree(), Durability.FOR_TESTS, List.of(DATABASE));
        startServer();
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(DATABASE), DATABASE, postgres.password())
                .locations("db/gateway")
                .load()
                .migrate();
    }

    private static void startServer() {
        run = RunningProgram.start(postgres, settings -> settings);
        run.awaitReady(LIMIT);
    }

    @AfterAll
    static void end() {
        run.end(LIMIT);
    }

    @Test
    void the_epoch_lasts_while_nothing_is_restored() throws SQLException {
        var epoch = epoch();
        assertThat(epoch()).isEqualTo(epoch);
    }

    @Test
    void a_start_of_the_server_begins_an_epoch_because_its_files_can_be_those_of_a_backup() throws SQLException {
        var before = epoch();
        run.end(LIMIT);
        startServer();
        assertThat(epoch()).isNotEqualTo(before);
    }

    @Test
    void tables_that_are_dropped_and_restored_in_their_database_begin_an_epoch() throws SQLException {
        var before = epoch();
        execute("ALTER TABLE change_head RENAME TO dropped");
        execute("CREATE TABLE change_head (LIKE dropped INCLUDING ALL)");
        execute("INSERT INTO change_head SELECT * FROM dropped");
        execute("DROP TABLE dropped");
        assertThat(epoch()).isNotEqualTo(before);
    }

    @Test
    void rows_that_are_replaced_in_their_table_begin_an_epoch() throws SQLException {
        var before = epoch();
        execute("CREATE TABLE copied AS TABLE change_head");
        execute("TRUNCATE change_head");
        execute("INSERT INTO change_head SELECT * FROM copied");
        execute("DROP TABLE copied");
        assertThat(epoch()).isNotEqualTo(before);
    }

    /** The epoch of the next entry, as a feeder finds and stores it. */
    private static String epoch() throws SQLException {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            var head = LogHead.lock(connection);
            head.save(connection);
            connection.commit();
            return head.epoch();
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(DATABASE), DATABASE, postgres.password());
    }
}
