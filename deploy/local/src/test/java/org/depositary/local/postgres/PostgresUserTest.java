package org.depositary.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.depositary.local.LocalWaiting.LIMIT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.depositary.local.process.Durability;
import org.depositary.local.process.LaunchFailure;
import org.depositary.local.process.LoopbackPort;
import org.depositary.local.process.RunningProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As root, and where user namespaces are closed; for anybody else there is nothing to choose. */
class PostgresUserTest {

    private final PostgresUser user = PostgresUser.find(false);

    @TempDir
    Path directory;

    @Test
    void it_runs_without_user_namespaces_and_takes_over_the_cluster_of_one_that_had_them() throws Exception {
        open(directory);
        runOnce(PostgresUser.find(true));
        runOnce(user);
        assertThat(Files.getAttribute(directory.resolve("postgres/cluster"), "unix:uid"))
                .isEqualTo(user.uid());
        runOnce(PostgresUser.find(true));
    }

    @Test
    void a_directory_that_it_cannot_reach_is_named() throws Exception {
        var closed = Files.createDirectory(directory.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        if (user.reachesAll()) {
            assertThatCode(() -> user.mustReach(closed)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> user.mustReach(closed))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining(closed.toString())
                    .hasMessageContaining("--data");
        }
    }

    private void runOnce(PostgresUser as) {
        var postgres = new LocalPostgres(
                directory.resolve("postgres"), LoopbackPort.anyFree(), Durability.FOR_TESTS, List.of("gateway"), as);
        var log = directory.resolve("log").toFile();
        var run = RunningProgram.start(
                postgres, builder -> builder.redirectErrorStream(true).redirectOutput(log));
        run.awaitReady(LIMIT);
        run.end(LIMIT);
        assertThat(run.process().exitValue()).isZero();
    }

    private static void open(Path directory) throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
