package org.depositary.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.local.LocalWaiting.LIMIT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.depositary.local.process.Durability;
import org.depositary.local.process.LoopbackPort;
import org.depositary.local.process.ProcessStatus;
import org.depositary.local.process.RunningProgram;
import org.depositary.local.process.ShellCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    @TempDir
    static Path directory;

    /** One cluster for all tests: making one waits for the disk. */
    private static LocalPostgres postgres;

    private RunningProgram run;

    @BeforeAll
    static void choose() {
        postgres = new LocalPostgres(
                directory.resolve("postgres"),
                LoopbackPort.anyFree(),
                Durability.KEPT,
                List.of("membership", "gateway"));
    }

    @AfterEach
    void end() {
        run.end(LIMIT);
    }

    @Test
    void it_keeps_what_is_written_and_ends_when_its_input_closes() throws Exception {
        start();
        execute("CREATE TABLE ended AS SELECT 'word' AS word");
        run.end(LIMIT);
        assertThat(run.process().exitValue()).isZero();
        start();
        assertThat(ask("SELECT word FROM ended")).isEqualTo("word");
    }

    @Test
    void a_real_run_waits_for_the_disk() throws Exception {
        start();
        assertThat(ask("SHOW fsync")).isEqualTo("on");
        assertThat(ask("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(ask("SHOW full_page_writes")).isEqualTo("on");
    }

    @Test
    void it_comes_back_after_it_was_killed() throws Exception {
        start();
        execute("CREATE TABLE killed AS SELECT 'word' AS word");
        var postmaster = ProcessHandle.of(run.pid()).orElseThrow();
        postmaster.destroyForcibly();
        assertThat(run.endsWithin(LIMIT)).isTrue();
        start();
        assertThat(ask("SELECT word FROM killed")).isEqualTo("word");
    }

    @Test
    void it_comes_back_after_a_kill_that_left_a_process_of_it_stopped() throws Exception {
        start();
        var postmaster = ProcessHandle.of(run.pid()).orElseThrow();
        var left = postmaster.children().findFirst().orElseThrow();
        ShellCommand.runOrFail(List.of("kill", "-STOP", Long.toString(left.pid())));
        postmaster.destroyForcibly();
        assertThat(run.endsWithin(LIMIT)).isTrue();
        start();
        assertThat(ProcessStatus.isRunning(left)).isFalse();
    }

    @Test
    void it_ends_the_server_that_a_killed_shell_left_on_its_cluster() throws Exception {
        start();
        var left = ProcessHandle.of(run.pid()).orElseThrow();
        // Stopped, it cannot end by itself.
        ShellCommand.runOrFail(List.of("kill", "-STOP", Long.toString(left.pid())));
        run.process().destroyForcibly();
        assertThat(run.endsWithin(LIMIT)).isTrue();
        start();
        assertThat(ProcessStatus.isRunning(left)).isFalse();
    }

    @Test
    void a_note_with_another_programs_number_neither_stops_it_nor_harms_that_program() throws Exception {
        start();
        run.end(LIMIT);
        var other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    directory.resolve("postgres/cluster/postmaster.pid"), other.pid() + "\n/somewhere/else\n1\n");
            start();
            assertThat(postgres.isReady()).isTrue();
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void its_password_is_its_owners_and_nobody_comes_in_without_it() throws Exception {
        start();
        var permissions = Files.getPosixFilePermissions(directory.resolve("postgres/password"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        assertThat(refused("membership", "wrong")).isEqualTo("28P01");
    }

    private String refused(String user, String password) {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl("membership"), user, password)) {
            return "let in, as " + connection.getMetaData().getUserName();
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }

    private void start() {
        run = RunningProgram.start(postgres, builder -> builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile()));
        run.awaitReady(LIMIT);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("membership"), "membership", postgres.password());
    }
}
