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
 * PostgreSQL's own file about the server that runs on a cluster: {@code postmaster.pid}.
 *
 * @param ready whether the server accepts connections
 */
record PostmasterPidFile(long pid, boolean ready) {

    /** The index of the line that contains the status of the server. */
    private static final int STATUS = 7;

    private static final Duration EXIT_TIMEOUT = Duration.ofSeconds(10);

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

    /**
     * Returns the server that runs on the cluster. Empty if none runs, also if another process has reused the process
     * id.
     */
    static Optional<ProcessHandle> running(Path cluster) {
        return of(cluster)
                .flatMap(note -> ProcessHandle.of(note.pid()))
                .filter(process -> ProcessStatus.command(process).contains(cluster.toString()));
    }

    /**
     * Ends the server that an earlier run left. If the process id now belongs to another program, that program is left alone. The file is deleted, because it would keep PostgreSQL from starting.
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
     * The child processes of a server exit with it, unless they are stopped. Then they hold its shared memory, and no
     * other server can start on the cluster.
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
        ProcessStatus.endsWithin(process, EXIT_TIMEOUT);
    }

    /**
     * Ends the server: first by a fast shutdown, then by an immediate one, after which the next start recovers the
     * data.
     */
    private static void end(ProcessHandle process) {
        for (var signal : new String[] {"-CONT", "-INT", "-QUIT", "-KILL"}) {
            ShellCommand.run("kill", signal, Long.toString(process.pid()));
            if (!signal.equals("-CONT") && ProcessStatus.endsWithin(process, EXIT_TIMEOUT)) {
                return;
            }
        }
    }
}
