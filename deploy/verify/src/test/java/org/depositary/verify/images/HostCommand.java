package org.depositary.verify.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command of the operating system.
 *
 * @param environment variables in addition to those of this process
 */
record HostCommand(List<String> words, Map<String, String> environment) {

    static HostCommand of(String... words) {
        return new HostCommand(List.of(words), Map.of());
    }

    HostCommand with(String variable, String value) {
        var all = new HashMap<>(environment);
        all.put(variable, value);
        return new HostCommand(words, all);
    }

    /** Runs the command and returns its output. Fails if the exit code is not 0. */
    String run() {
        return run("");
    }

    /** Runs the command with this text as its standard input. Returns its output. Fails if the exit code is not 0. */
    String run(String input) {
        var ended = tryRun(input);
        if (ended.exit() != 0) {
            throw new AssertionError("%s ended with %d: %s".formatted(words, ended.exit(), ended.output()));
        }
        return ended.output();
    }

    /** Runs the command and returns its exit code, 127 if the program does not exist. */
    int exitCode() {
        return tryRun("").exit();
    }

    private Ended tryRun(String input) {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                stdin.write(input);
            }
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output.strip());
        } catch (IOException missing) {
            return new Ended(127, missing.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Ended(int exit, String output) {}

    /** Fails if one of these programs is not on the PATH. */
    static void require(String... programs) {
        var missing = Arrays.stream(programs)
                .filter(program -> of("which", program).exitCode() != 0)
                .toList();
        if (!missing.isEmpty()) {
            throw new AssertionError("Install %s; deploy/verify/images-on-podman does this.".formatted(missing));
        }
    }
}
