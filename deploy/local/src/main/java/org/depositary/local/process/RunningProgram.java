package org.depositary.local.process;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** One run of a program, from start to exit. */
public final class RunningProgram {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final SupervisedProgram program;
    private final Process process;

    private RunningProgram(SupervisedProgram program, Process process) {
        this.program = program;
        this.process = process;
    }

    /** @param settings adds the output and the environment */
    public static RunningProgram start(SupervisedProgram program, UnaryOperator<ProcessBuilder> settings) {
        try {
            return new RunningProgram(program, settings.apply(program.prepare()).start());
        } catch (IOException e) {
            throw new LaunchFailure("Cannot start %s: %s".formatted(program.name(), e.getMessage()), e);
        }
    }

    public Process process() {
        return process;
    }

    public long pid() {
        return program.pid(process);
    }

    /** Waits until the program is ready, and completes its start. */
    public void awaitReady(Duration timeout) {
        var latest = Instant.now().plus(timeout);
        while (!program.isReady()) {
            if (!process.isAlive()) {
                throw new LaunchFailure(
                        "%s ended while starting (exit code %d).".formatted(program.name(), process.exitValue()));
            }
            if (Instant.now().isAfter(latest)) {
                throw new LaunchFailure(
                        "%s did not answer within %d seconds.".formatted(program.name(), timeout.toSeconds()));
            }
            pause();
        }
        try {
            program.onceReady();
        } catch (IOException e) {
            throw new LaunchFailure("%s started, but: %s".formatted(program.name(), e.getMessage()), e);
        }
    }

    /** Asks the program to exit and waits. Kills it after a timeout. */
    public void end() {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyClosed) {
            // The closed pipe is the request to exit.
        }
        if (!endsWithin(program.exitTimeout())) {
            kill();
            endsWithin(program.exitTimeout());
        }
    }

    public boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Kills the program at once. */
    public void kill() {
        ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_INTERVAL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while starting.", interrupted);
        }
    }
}
