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

    /**
     * Runs a program in a shell that watches its own standard input, because the program does not. When the pipe closes
     * (the launcher is gone or asks for the exit), the shell sends a signal to the program. It exits with the program.
     */
    private static final String RUN_UNTIL_INPUT_CLOSES = """
            signal=$1
            shift
            exec 3<&0
            "$@" </dev/null 3<&- &
            program=$!
            { cat <&3 >/dev/null; kill -s "$signal" $program; } 2>/dev/null &
            watch=$!
            exec 3<&-
            wait $program
            ended=$?
            kill $watch 2>/dev/null
            exit $ended
            """;

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

    /**
     * Returns the command prefix for a program that does not watch its standard input. The program gets the signal when
     * the pipe at the standard input closes.
     *
     * @param marker the text by which the process is recognised, see {@link SupervisedProgram#marker()}
     * @param signal the name of the signal that requests an orderly exit
     */
    public static List<String> untilInputCloses(String marker, String signal) {
        return List.of("sh", "-c", RUN_UNTIL_INPUT_CLOSES, marker, signal);
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
