package org.depositary.local.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps one program running: starts it, and restarts it when it exits or is not live, until it is stopped. */
public final class Supervisor {

    /**
     * The time after which a program that is not live is restarted. It is long, because a slow disk can delay an
     * answer for many seconds.
     */
    public static final Duration NOT_LIVE_TIMEOUT = Duration.ofSeconds(45);

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(5);

    private final SupervisedProgram program;
    private final List<Supervisor> after;
    private final Environment environment;
    private final RestartBackoff backoff = new RestartBackoff();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Optional<RunningProgram> running = Optional.empty();
    private volatile boolean ready;
    private volatile int failedStarts;

    /**
     * The settings that all supervisors of an installation share.
     *
     * @param startLimit the maximum time for one start, until the program is live
     * @param notLiveTimeout the time after which a program that is not live is killed and started again
     * @param changed runs whenever a program has started or ended
     */
    public record Environment(
            Console console,
            PidFiles pidFiles,
            LogFiles logs,
            Duration startLimit,
            Duration notLiveTimeout,
            Runnable changed) {}

    /** @param after the programs that must be ready before each start of this one */
    public Supervisor(SupervisedProgram program, List<Supervisor> after, Environment environment) {
        this.program = program;
        this.after = after;
        this.environment = environment;
    }

    public void start() {
        Thread.ofPlatform().name("supervisor-" + program.name()).start(this::superviseUntilStopped);
    }

    public String name() {
        return program.name();
    }

    public boolean isReady() {
        return ready;
    }

    /** Returns the number of failed starts since the last successful one. */
    public int failedStarts() {
        return failedStarts;
    }

    public Optional<Long> pid() {
        return running.filter(run -> run.process().isAlive()).map(RunningProgram::pid);
    }

    /** Stops the program and does not start it again. */
    public void stop() {
        stopping.countDown();
        synchronized (this) {
            running.ifPresent(RunningProgram::end);
        }
        environment.pidFiles().delete(program);
    }

    /** Continues after every failure, because nothing else would start the program again. */
    private void superviseUntilStopped() {
        while (!isStopping()) {
            try {
                if (after.stream().allMatch(Supervisor::isReady)) {
                    runOnce();
                } else {
                    pause(Duration.ofMillis(50));
                }
            } catch (RuntimeException failure) {
                endFailedRun();
                reportFailure(failure);
            }
        }
    }

    private void endFailedRun() {
        ready = false;
        running.filter(run -> run.process().isAlive()).ifPresent(run -> {
            run.kill();
            run.endsWithin(program.exitTimeout());
        });
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
            environment.console().print("%s %s; restarting it", name(), ending(run.get()));
            pause(backoff.after(Duration.between(since, Instant.now())));
        }
    }

    private void awaitReady(RunningProgram run) {
        run.awaitReady(
                environment.startLimit(),
                () -> environment.console().print("%s runs and is not ready yet: %s", name(), program.status()));
        failedStarts = 0;
        ready = true;
        reportChange();
    }

    /** A full disk must not end a program that runs, so a failure is only printed. The next change writes again. */
    private void reportChange() {
        try {
            environment.changed().run();
        } catch (UncheckedIOException unwritten) {
            environment
                    .console()
                    .print("The list of running programs could not be written: %s", unwritten.getMessage());
        }
    }

    private synchronized Optional<RunningProgram> begin() {
        if (isStopping()) {
            return Optional.empty();
        }
        var run = RunningProgram.start(program, this::configure);
        running = Optional.of(run);
        environment.pidFiles().write(program, run.process());
        Thread.ofVirtual().name("log-" + name()).start(() -> copyOutput(run.process()));
        return running;
    }

    private ProcessBuilder configure(ProcessBuilder builder) {
        EnvironmentFile.of(program).addTo(builder.environment());
        return builder.redirectErrorStream(true);
    }

    /** Returns when the program has exited. Kills it if it is not live. */
    private void watch(RunningProgram run) {
        var timeout = environment.notLiveTimeout();
        var lastLive = Instant.now();
        while (!run.endsWithin(POLL_INTERVAL)) {
            if (program.isLive()) {
                lastLive = Instant.now();
            } else if (lastLive.plus(timeout).isBefore(Instant.now()) && !isStopping()) {
                environment.console().print("%s was not live for %d seconds", name(), timeout.toSeconds());
                run.kill();
            }
        }
    }

    private void copyOutput(Process process) {
        try (BufferedReader lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                environment.console().line(name(), line);
                environment.logs().of(name()).line(line);
            }
        } catch (IOException ended) {
            // A read error means that the program has exited, so copying its output ends.
        }
    }

    private void reportFailure(RuntimeException failure) {
        if (!isStopping()) {
            failedStarts++;
            environment.console().print("%s", failure instanceof LaunchFailure ? failure.getMessage() : failure);
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
