package org.depositary.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps one program running: starts it, starts it again when it ends or no longer answers, until told to stop. */
final class Keeper {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    /** So long may it be silent. Shorter would end one that only waits for a slow disk. */
    private static final Duration SILENCE = Duration.ofSeconds(45);

    private final Program program;
    private final List<Keeper> after;
    private final Surroundings surroundings;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Optional<RunningProgram> running = Optional.empty();
    private volatile boolean ready;
    private volatile int failedStarts;

    /**
     * What every keeper uses.
     *
     * @param startLimit how long one start may take
     * @param changed runs whenever a program has started or ended
     */
    record Surroundings(Console console, Leftovers notes, LogFiles logs, Duration startLimit, Runnable changed) {}

    /** @param after those that must be ready before each start of this one */
    Keeper(Program program, List<Keeper> after, Surroundings surroundings) {
        this.program = program;
        this.after = after;
        this.surroundings = surroundings;
    }

    void start() {
        Thread.ofPlatform().name("keeper-" + program.name()).start(this::keep);
    }

    String name() {
        return program.name();
    }

    boolean isReady() {
        return ready;
    }

    /** How many starts in a row have failed. */
    int failedStarts() {
        return failedStarts;
    }

    Optional<Long> pid() {
        return running.filter(run -> run.process().isAlive()).map(RunningProgram::pid);
    }

    /** Ends the program and does not start it again. */
    void stop() {
        stopping.countDown();
        synchronized (this) {
            running.ifPresent(RunningProgram::end);
        }
        surroundings.notes().forget(program);
    }

    private void keep() {
        while (!isStopping()) {
            try {
                if (after.stream().allMatch(Keeper::isReady)) {
                    runOnce();
                } else {
                    pause(Duration.ofMillis(50));
                }
            } catch (LaunchFailure failure) {
                tell(failure);
            }
        }
    }

    private void runOnce() {
        var run = begin();
        if (run.isEmpty()) {
            return;
        }
        awaitReady(run.get());
        var since = Instant.now();
        watch(run.get());
        ready = false;
        if (!isStopping()) {
            surroundings.console().say("%s %s; starting it again", name(), ending(run.get()));
            pause(backoff.after(Duration.between(since, Instant.now())));
        }
    }

    private void awaitReady(RunningProgram run) {
        try {
            run.awaitReady(surroundings.startLimit());
        } catch (LaunchFailure failure) {
            run.kill();
            throw failure;
        }
        failedStarts = 0;
        ready = true;
        surroundings.changed().run();
    }

    private synchronized Optional<RunningProgram> begin() {
        if (isStopping()) {
            return Optional.empty();
        }
        var run = RunningProgram.start(program, this::surround);
        running = Optional.of(run);
        surroundings.notes().note(program, run.process());
        Thread.ofVirtual().name("log-" + name()).start(() -> pump(run.process()));
        return running;
    }

    private ProcessBuilder surround(ProcessBuilder builder) {
        OwnEnvironment.of(program).addTo(builder.environment());
        return builder.redirectErrorStream(true);
    }

    /** Returns when the program has ended. */
    private void watch(RunningProgram run) {
        var lastAnswer = Instant.now();
        while (!run.endsWithin(BETWEEN_LOOKS)) {
            if (program.lives()) {
                lastAnswer = Instant.now();
            } else if (lastAnswer.plus(SILENCE).isBefore(Instant.now()) && !isStopping()) {
                surroundings.console().say("%s has not answered for %d seconds", name(), SILENCE.toSeconds());
                run.kill();
            }
        }
    }

    private void pump(Process process) {
        try (BufferedReader lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                surroundings.console().line(name(), line);
                surroundings.logs().of(name()).line(line);
            }
        } catch (IOException ended) {
            // Its output ends with it.
        }
    }

    private void tell(LaunchFailure failure) {
        if (!isStopping()) {
            failedStarts++;
            surroundings.console().say("%s", failure.getMessage());
            pause(backoff.after(Duration.ZERO));
        }
    }

    private static String ending(RunningProgram run) {
        int code = run.process().exitValue();
        return code > 128 ? "was ended by signal " + (code - 128) : "ended with exit code " + code;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pause(Duration time) {
        try {
            stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
