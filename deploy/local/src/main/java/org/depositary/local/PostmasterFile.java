package org.depositary.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** PostgreSQL's own note of who runs on a cluster: {@code postmaster.pid}. */
record PostmasterFile(Path file, long pid) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static Optional<PostmasterFile> of(Path cluster) {
        var file = cluster.resolve("postmaster.pid");
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(line -> new PostmasterFile(file, Long.parseLong(line.strip())));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /**
     * Ends what an earlier run left on the cluster. A note whose process id now belongs to another program would keep
     * PostgreSQL from starting; it is removed, and that program is left alone.
     */
    static void endLeftover(Path cluster) throws IOException {
        var note = of(cluster);
        if (note.isEmpty()) {
            return;
        }
        var left = ProcessHandle.of(note.get().pid()).filter(process -> runsOn(process, cluster));
        if (left.isPresent()) {
            end(left.get());
        } else {
            Files.deleteIfExists(note.get().file());
        }
    }

    private static boolean runsOn(ProcessHandle process, Path cluster) {
        return RunningCommand.of(process).contains(cluster.toString());
    }

    /** Fast shutdown first, then immediate: the next start recovers. */
    private static void end(ProcessHandle process) {
        for (var signal : new String[] {"-CONT", "-INT", "-QUIT", "-KILL"}) {
            Shell.run("kill", signal, Long.toString(process.pid()));
            if (!signal.equals("-CONT") && hasEnded(process)) {
                return;
            }
        }
    }

    private static boolean hasEnded(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException | java.util.concurrent.ExecutionException stillThere) {
            return !process.isAlive();
        }
    }
}
