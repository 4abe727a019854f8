package org.depositary.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command of the operating system, run to its end. */
record SystemCommand(List<String> words) {

    static SystemCommand of(String... words) {
        return new SystemCommand(List.of(words));
    }

    TestInstallation.Ended run() {
        try {
            var process = new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new TestInstallation.Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Its output; with any other exit code than 0 it has failed. */
    String must() {
        var ended = run();
        if (ended.exit() != 0) {
            throw new AssertionError(words + " ended with " + ended.exit() + ": " + ended.output());
        }
        return ended.output();
    }
}
