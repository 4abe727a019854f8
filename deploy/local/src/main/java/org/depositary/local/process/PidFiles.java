package org.depositary.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps the process ids of the running programs in files {@code run/<name>.pid}. A later start uses them to find the processes that a killed launcher left. Process ids are reused, so a process must also have the marker of its
 * program in its command line.
 */
public final class PidFiles {

    /**
     * The time to wait before killing a leftover process. It normally exits by itself when its launcher has ended,
     * which takes some seconds.
     */
    private static final Duration EXIT_TIMEOUT = Duration.ofSeconds(15);

    private final Path directory;

    public PidFiles(Path directory) {
        this.directory = directory;
    }

    void write(SupervisedProgram program, Process process) {
        try {
            Files.writeString(file(program), process.pid() + "\n" + program.marker() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(SupervisedProgram program) {
        try {
            Files.deleteIfExists(file(program));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process of this program that an earlier run left. Returns whether there was one. */
    public boolean end(SupervisedProgram program) {
        var leftover = find(program);
        program.endLeftover();
        leftover.ifPresent(process -> {
            // A process stopped by a signal cannot exit by itself, so it is continued first.
            ShellCommand.run("kill", "-CONT", Long.toString(process.pid()));
            if (!ProcessStatus.endsWithin(process, EXIT_TIMEOUT)) {
                process.destroyForcibly();
                ProcessStatus.endsWithin(process, EXIT_TIMEOUT);
            }
        });
        delete(program);
        return leftover.isPresent();
    }

    private Optional<ProcessHandle> find(SupervisedProgram program) {
        try {
            var pid = Long.parseLong(Files.readAllLines(file(program)).getFirst());
            return ProcessHandle.of(pid)
                    .filter(process -> ProcessStatus.command(process).contains(program.marker()));
        } catch (IOException | RuntimeException noPidFile) {
            return Optional.empty();
        }
    }

    private Path file(SupervisedProgram program) {
        return directory.resolve(program.name() + ".pid");
    }
}
