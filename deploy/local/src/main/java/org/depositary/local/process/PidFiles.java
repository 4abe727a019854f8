package org.depositary.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The running processes, as files {@code run/<name>.pid}, so that a later start finds those that a killed launcher
 * left. Process ids are reused, so the marker in the command line identifies the process.
 */
public final class PidFiles {

    /** They exit by themselves when their launcher is gone; an orderly shutdown takes some seconds. */
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

    /** Ends the process that an earlier run left, if any. */
    public boolean end(SupervisedProgram program) {
        var leftover = find(program);
        program.endLeftover();
        leftover.ifPresent(process -> {
            // A stopped process cannot exit by itself.
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
