package org.depositary.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Whether a process runs, and its command line. A zombie has ended, but its parent has not read its exit status, as
 * in a container without an init process. Java reports a zombie as alive; this class does not.
 */
public final class ProcessStatus {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    /** Positions in {@code /proc/<pid>/stat}, counted after the name of the program. */
    private static final int STATE = 0;

    private static final int THREADS = 17;

    private ProcessStatus() {}

    /** Whether the process runs. False for a zombie. */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !hasEnded(process);
    }

    /** Whether a process with this id runs. False for a zombie. */
    public static boolean isRunning(long pid) {
        return ProcessHandle.of(pid).filter(ProcessStatus::isRunning).isPresent();
    }

    public static boolean endsWithin(ProcessHandle process, Duration time) {
        long latest = System.nanoTime() + time.toNanos();
        while (isRunning(process)) {
            if (System.nanoTime() > latest) {
                return false;
            }
            try {
                Thread.sleep(POLL_INTERVAL);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Returns the command line as one text. Returns an empty text if the system does not show it. */
    public static String command(ProcessHandle process) {
        // The file in /proc is read first, because ProcessHandle omits long command lines.
        try {
            return read(process, "cmdline").replace('\0', ' ');
        } catch (IOException notLinuxOrGone) {
            return process.info().commandLine().orElse("");
        }
    }

    /**
     * Whether the process is a zombie. The first thread of a killed process can be a zombie while other threads still
     * exit. Until then the process keeps its ports, so it has not ended. In {@code /proc/<pid>/stat} the fields follow
     * the name of the program, which is in parentheses and may contain parentheses; see proc(5).
     */
    private static boolean hasEnded(ProcessHandle process) {
        try {
            var status = read(process, "stat");
            var fields = status.substring(status.lastIndexOf(')') + 2).split(" ");
            var state = fields[STATE];
            return state.equals("X") || state.equals("Z") && Integer.parseInt(fields[THREADS]) <= 1;
        } catch (IOException notLinuxOrGone) {
            return false;
        }
    }

    private static String read(ProcessHandle process, String file) throws IOException {
        return new String(
                Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), file)), StandardCharsets.UTF_8);
    }
}
