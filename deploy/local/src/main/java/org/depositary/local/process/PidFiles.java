package org.depositary.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The processes that run, noted in {@code run/<name>.pid}, so that a later start finds those that a killed launcher left.
 * A process id alone proves nothing, since ids are used again: the marker in the command line does.
 */
public final class PidFiles {

    /** They end by themselves when their launcher is gone; the orderly end of a busy one takes some seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path directory;

    public PidFiles(Path directory) {
        this.directory = directory;
    }

    void note(SupervisedProgram program, Process process) {
        try {
            Files.writeString(file(program), process.pid() + "\n" + program.marker() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(SupervisedProgram program) {
        try {
            Files.deleteIfExists(file(program));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what is left of the program, if anything. */
    public boolean end(SupervisedProgram program) {
        var left = find(program);
        program.endLeftover();
        left.ifPresent(process -> {
            // One that is stopped cannot end by itself.
            ShellCommand.run("kill", "-CONT", Long.toString(process.pid()));
            if (!ProcessStatus.endsWithin(process, PATIENCE)) {
                process.destroyForcibly();
                ProcessStatus.endsWithin(process, PATIENCE);
            }
        });
        forget(program);
        return left.isPresent();
    }

    private Optional<ProcessHandle> find(SupervisedProgram program) {
        try {
            var pid = Long.parseLong(Files.readAllLines(file(program)).getFirst());
            return ProcessHandle.of(pid)
                    .filter(process -> ProcessStatus.command(process).contains(program.marker()));
        } catch (IOException | RuntimeException noNote) {
            return Optional.empty();
        }
    }

    private Path file(SupervisedProgram program) {
        return directory.resolve(program.name() + ".pid");
    }
}
