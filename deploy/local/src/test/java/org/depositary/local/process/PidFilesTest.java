package org.depositary.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.local.LocalWaiting.LIMIT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFilesTest {

    @TempDir
    Path directory;

    @Test
    void what_a_killed_launcher_left_is_ended_even_when_it_is_stopped() throws Exception {
        var program = new CatProgram("left", directory);
        var left = program.prepare().start();
        new PidFiles(directory).write(program, left);
        ShellCommand.runOrFail(List.of("kill", "-STOP", Long.toString(left.pid())));
        left.getOutputStream().close();
        assertThat(new PidFiles(directory).end(program)).isTrue();
        assertThat(left.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_number_that_is_another_programs_now_is_left_alone() throws Exception {
        var program = new CatProgram("left", directory);
        var other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(directory.resolve("left.pid"), other.pid() + "\n");
            assertThat(new PidFiles(directory).end(program)).isFalse();
            assertThat(other.isAlive()).isTrue();
            assertThat(directory.resolve("left.pid")).doesNotExist();
        } finally {
            other.destroyForcibly();
        }
    }
}
