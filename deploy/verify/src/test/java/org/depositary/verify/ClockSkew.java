package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The clock of one process is ten days ahead for a while (libfaketime). */
record ClockSkew(String process) implements Fault {

    private static final int WRITES = 100;

    /** The path of the library on Debian, if it is installed. Continuous integration installs it. */
    static Optional<Path> library() {
        return Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu")
                .map(platform -> Path.of("/usr/lib", platform, "faketime/libfaketime.so.1"))
                .filter(Files::exists)
                .findFirst();
    }

    /**
     * The variables of a process whose wall clock is ahead; monotonic time stays right. Without the last one, the threads of
     * Java do not wait but spin, and a start takes ten times as long.
     */
    static String variables(String ahead) {
        return """
                LD_PRELOAD=%s
                FAKETIME=%s
                DONT_FAKE_MONOTONIC=1
                FAKETIME_DONT_FAKE_MONOTONIC=1
                FAKETIME_DONT_RESET=1
                FAKETIME_FORCE_MONOTONIC_FIX=0
                """.formatted(library().orElseThrow(), ahead);
    }

    @Override
    public BooleanSupplier strike(Scene scene) throws IOException {
        var environment = scene.installation().environment(process);
        Files.writeString(environment, variables("+10d"));
        try {
            var ahead = scene.installation().kill(process);
            await(process + " runs ahead").until(ahead::getAsBoolean);
            var next = scene.load().count() + WRITES;
            await("writes go on").until(() -> scene.load().count() >= next);
            assertThat(scene.installation().clockOf(process))
                    .as("the clock of %s", process)
                    .isGreaterThan(Duration.ofDays(9));
            var tables = new EventTables(scene.installation());
            await("events are published").until(() -> tables.outbox() < WRITES);
        } finally {
            Files.delete(environment);
        }
        return scene.installation().kill(process);
    }

    @Override
    public String toString() {
        return "clock of %s ten days ahead".formatted(process);
    }
}
