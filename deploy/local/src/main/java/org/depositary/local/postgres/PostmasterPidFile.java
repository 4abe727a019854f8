package org.depositary.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.depositary.local.process.ProcessStatus;
import org.depositary.local.process.ShellCommand;

/**
 * PostgreSQL's own note of who runs on a cluster: {@code postmaster.pid}.
 *
 * @param ready whether it says that it takes connections
 */
record PostmasterPidFile(long pid, boolean ready) {

    /** The line with the server's status. */
    private static final int STATUS = 7;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static Optional<PostmasterPidFile> of(Path cluster) {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return Optional.of(
                    new PostmasterPidFile(Long.parseLong(lines.getFirst().strip()), isReady(lines)));
        } catch (IOException | NoSuchElementException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static boolean isReady(List<String> lines) {
        return lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
    }

    /** The server that runs on the cluster now, if any; not a process that only happens to have its old number. */
    static Optional<ProcessHandle> running(Path cluster) {
        return of(cluster)
                .flatMap(note -> ProcessHandle.of(note.pid()))
                .filter(process -> ProcessStatus.command(process).contains(cluster.toString()));
    }

    /**
     * Ends what an earlier run left on the cluster. A note whose process id now belongs to another program would keep
     * PostgreSQL from starting; it is removed, and that program is left alone.
     */
    static void endLeftover(Path cluster) {
        running(cluster).ifPresent(PostmasterPidFile::end);
        endOrphans(cluster);
        if (running(cluster).isEmpty()) {
            try {
                Files.deleteIfExists(cluster.resolve("postmaster.pid"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * A server's own processes end when it does, unless they are stopped; then they hold its shared memory, and no other
     * server starts on the cluster.
     */
    private static void endOrphans(Path cluster) {
        if (running(cluster).isEmpty()) {
            ProcessHandle.allProcesses()
                    .filter(process -> ProcessStatus.command(process).startsWith("postgres: "))
                    .filter(process -> worksIn(process, cluster))
                    .forEach(PostmasterPidFile::kill);
        }
    }

    private static boolean worksIn(ProcessHandle process, Path cluster) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), cluster);
        } catch (IOException notToBeSeen) {
            return false;
        }
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        ProcessStatus.endsWithin(process, PATIENCE);
    }

    /** Fast shutdown first, then immediate: the next start recovers. */
    private static void end(ProcessHandle process) {
        for (var signal : new String[] {"-CONT", "-INT", "-QUIT", "-KILL"}) {
            ShellCommand.run("kill", signal, Long.toString(process.pid()));
            if (!signal.equals("-CONT") && ProcessStatus.endsWithin(process, PATIENCE)) {
                return;
            }
        }
    }
}
