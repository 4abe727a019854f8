package org.depositary.local.process;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** One run of a program, from its start to its end. */
public final class RunningProgram {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);

    private final SupervisedProgram program;
    private final Process process;

    private RunningProgram(SupervisedProgram program, Process process) {
        this.program = program;
        this.process = process;
    }

    /**
     * Starts the program.
     *
     * @param settings lets the caller change the process, such as its output and environment
     */
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

    /** Waits until the program is ready, then completes its start. Fails if it is neither ready nor live in time. */
    public void awaitReady(Duration timeout) {
        awaitReady(timeout, () -> {});
    }

    /**
     * Waits until the program is ready, then completes its start. A program that is live may take longer: a gateway, for
     * example, that builds its read models.
     *
     * @param stillStarting runs each time a live program is not ready after the timeout
     * @throws LaunchFailure if the program ends, or is neither ready nor live after the timeout
     */
    public void awaitReady(Duration timeout, Runnable stillStarting) {
        var latest = Instant.now().plus(timeout);
        while (!program.isReady()) {
            if (!process.isAlive()) {
                throw new LaunchFailure(
                        "%s ended while starting (exit code %d).".formatted(program.name(), process.exitValue()));
            }
            if (Instant.now().isAfter(latest)) {
                if (!program.isLive()) {
                    throw new LaunchFailure(
                            "%s did not answer within %d seconds.".formatted(program.name(), timeout.toSeconds()));
                }
                stillStarting.run();
                latest = Instant.now().plus(timeout);
            }
            pause();
        }
        try {
            program.onceReady();
        } catch (IOException e) {
            throw new LaunchFailure("%s started, but: %s".formatted(program.name(), e.getMessage()), e);
        }
    }

    /** Requests an orderly exit and waits for it. Kills the program if it takes too long. */
    public void end() {
        end(program.exitTimeout());
    }

    /**
     * Requests an orderly exit and waits for it. Kills the program after the timeout.
     *
     * @param exitTimeout the maximum time for an orderly exit
     */
    public void end(Duration exitTimeout) {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyClosed) {
            // The program has already closed its input or has exited, so nothing is left to do.
        }
        if (!endsWithin(exitTimeout)) {
            kill();
            endsWithin(exitTimeout);
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

    public void kill() {
        ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_QUESTIONS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while starting.", interrupted);
        }
    }
}
