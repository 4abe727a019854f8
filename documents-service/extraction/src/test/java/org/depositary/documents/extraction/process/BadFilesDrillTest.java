package org.depositary.documents.extraction.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.depositary.documents.extraction.samples.BadFile;
import org.depositary.documents.extraction.structure.ExtractionLimits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All bad files, one after the other in one worker. {@code ./depositary drill files} runs it. */
@Tag("drill")
class BadFilesDrillTest {

    private static final Duration SLOWEST = Duration.ofSeconds(30);
    private static final long LARGEST_WORKER = 500L * 1024 * 1024;

    @Test
    void each_has_the_right_status_within_thirty_seconds() throws Exception {
        List<String> failures = new ArrayList<>();
        int count = 0;
        long slowest = 0;
        long memory = 0;
        try (var check = new BadFileCheck(ExtractionLimits.DEFAULT)) {
            for (BadFile file : check.files()) {
                long start = System.nanoTime();
                try {
                    check.check(file);
                } catch (AssertionError | Exception failure) {
                    failures.add(file.name() + ": " + failure);
                }
                count++;
                slowest = Math.max(slowest, System.nanoTime() - start);
                memory = Math.max(memory, check.residentMemory());
            }
        }
        System.out.printf(
                "drill: %d files; slowest %.1f s; largest worker %d MiB%n", count, slowest / 1e9, memory >> 20);
        assertThat(failures).isEmpty();
        assertThat(Duration.ofNanos(slowest)).isLessThan(SLOWEST);
        assertThat(memory).isLessThan(LARGEST_WORKER);
    }
}
