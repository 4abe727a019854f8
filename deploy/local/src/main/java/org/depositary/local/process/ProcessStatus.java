package org.depositary.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Whether a process runs, and what. A process that has ended and whose end nobody has taken note of (in a container
 * whose first process does not do that) still counts as alive for Java; it does nothing and holds nothing.
 */
public final class ProcessStatus {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(20);

    private ProcessStatus() {}

    /** Whether it can still do something. */
    public static boolean is(ProcessHandle process) {
        return process.isAlive() && !hasEnded(process);
    }

    /** The process of that number can still do something. */
    public static boolean is(long pid) {
        return ProcessHandle.of(pid).filter(ProcessStatus::is).isPresent();
    }

    public static boolean endsWithin(ProcessHandle process, Duration time) {
        long latest = System.nanoTime() + time.toNanos();
        while (is(process)) {
            if (System.nanoTime() > latest) {
                return false;
            }
            try {
                Thread.sleep(BETWEEN_QUESTIONS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** The command line, as one text; empty where it cannot be seen. */
    public static String command(ProcessHandle process) {
        // ProcessHandle leaves long command lines out; Linux has them whole.
        try {
            return read(process, "cmdline").replace('\0', ' ');
        } catch (IOException notLinuxOrGone) {
            return process.info().commandLine().orElse("");
        }
    }

    /** The state stands behind the program's name, which is in parentheses and may have some itself: proc(5). */
    private static boolean hasEnded(ProcessHandle process) {
        try {
            var status = read(process, "stat");
            var state = status.charAt(status.lastIndexOf(')') + 2);
            return state == 'Z' || state == 'X';
        } catch (IOException notLinuxOrGone) {
            return false;
        }
    }

    private static String read(ProcessHandle process, String file) throws IOException {
        return new String(
                Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), file)), StandardCharsets.UTF_8);
    }
}
