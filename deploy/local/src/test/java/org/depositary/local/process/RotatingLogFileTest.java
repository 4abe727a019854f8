package org.depositary.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogFileTest {

    @TempDir
    Path directory;

    @Test
    void a_new_run_begins_a_new_file_and_keeps_three_old_ones() throws Exception {
        for (int run = 1; run <= 6; run++) {
            try (var log = new RotatingLogFile(directory, "kafka", 1000)) {
                log.line("run " + run);
            }
        }
        assertThat(directory.resolve("kafka.log")).hasContent("run 6");
        assertThat(directory.resolve("kafka.1.log")).hasContent("run 5");
        assertThat(directory.resolve("kafka.3.log")).hasContent("run 3");
        assertThat(directory.resolve("kafka.4.log")).doesNotExist();
    }

    @Test
    void a_long_run_is_bounded() throws Exception {
        try (var log = new RotatingLogFile(directory, "kafka", 1000)) {
            for (int line = 0; line < 1000; line++) {
                log.line("line " + line);
            }
        }
        try (var files = Files.list(directory)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(4 * 1100);
        }
        assertThat(Files.readString(directory.resolve("kafka.log"))).endsWith("line 999\n");
    }
}
