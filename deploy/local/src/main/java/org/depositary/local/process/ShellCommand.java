package org.depositary.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs short commands of the operating system. */
public final class ShellCommand {

    public record Result(int exit, String output) {
        public boolean ok() {
            return exit == 0;
        }
    }

    private ShellCommand() {}

    public static Result run(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Result(process.waitFor(), output);
        } catch (IOException missing) {
            return new Result(127, String.valueOf(missing.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Result(130, "interrupted");
        }
    }

    public static Result run(String... command) {
        return run(List.of(command));
    }

    /**
     * Runs the command and waits for its end.
     *
     * @throws LaunchFailure with the output if the command fails
     */
    public static void runOrFail(List<String> command) {
        var result = run(command);
        if (!result.ok()) {
            throw new LaunchFailure(
                    "%s ended with %d: %s".formatted(command.getFirst(), result.exit(), result.output()));
        }
    }

    /**
     * Returns the command prefix that starts a child process in its own session. Ctrl-C then reaches only the
     * launcher, which ends the child processes in order.
     */
    public static List<String> inOwnSession() {
        return OwnSession.PREFIX;
    }

    public static List<String> join(List<String> start, String... rest) {
        var whole = new ArrayList<>(start);
        whole.addAll(List.of(rest));
        return whole;
    }

    public static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class OwnSession {
        private static final List<String> PREFIX = find();

        private static List<String> find() {
            if (run("setsid", "true").ok()) {
                return List.of("setsid");
            }
            // On macOS the prefix uses Perl, because macOS has no setsid.
            var perl = List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die $!");
            return run(join(perl, "true")).ok() ? perl : List.of();
        }
    }
}
