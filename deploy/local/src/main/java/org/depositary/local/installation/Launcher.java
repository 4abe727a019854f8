package org.depositary.local.installation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.depositary.local.process.Console;
import org.depositary.local.process.LaunchFailure;
import org.depositary.local.process.LogFiles;
import org.depositary.local.process.PidFiles;
import org.depositary.local.process.Supervisor;

/** Starts the programs of an installation, keeps them running, and stops them in order. */
public final class Launcher {

    private static final int MAX_FAILED_STARTS = 5;
    /**
     * The additional time for the start of the whole installation, because some programs start after others and some
     * more than once. After it, a program whose last start failed ends the launcher. One that runs and is not ready yet
     * does not.
     */
    private static final Duration FURTHER_STARTS = Duration.ofMinutes(2);

    private final LocalInstallation installation;
    private final Console console;
    private final Duration startLimit;
    private final PidFiles leftovers;
    private final List<Supervisor> servers;
    private final List<Supervisor> services;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean started;
    private volatile boolean ready;

    /** @param startLimit the maximum time for the start of one program */
    public Launcher(LocalInstallation installation, Console console, Duration startLimit) {
        this.installation = installation;
        this.console = console;
        this.startLimit = startLimit;
        var data = installation.data();
        leftovers = new PidFiles(data.run());
        var environment = new Supervisor.Environment(
                console,
                leftovers,
                new LogFiles(data.logs()),
                startLimit,
                Supervisor.NOT_LIVE_TIMEOUT,
                this::writeInstallationFile);
        var postgres = new Supervisor(installation.postgres(), List.of(), environment);
        servers = List.of(postgres, new Supervisor(installation.kafka(), List.of(), environment));
        // The services retry until Kafka is available, but they do not start without a database.
        services = installation.services().stream()
                .map(service -> new Supervisor(service, List.of(postgres), environment))
                .toList();
    }

    public void start() {
        installation.data().installationFile().delete();
        endLeftovers();
        installation.ports().mustBeFree();
        writeInstallationFile();
        started = true;
        all().forEach(Supervisor::start);
        awaitReady();
        ready = true;
        writeInstallationFile();
    }

    private void endLeftovers() {
        Stream.concat(Stream.of(installation.postgres(), installation.kafka()), installation.services().stream())
                .parallel()
                .filter(leftovers::end)
                .forEach(program -> console.print("%s of an earlier run has ended", program.name()));
    }

    private void awaitReady() {
        var latest = Instant.now().plus(startLimit).plus(FURTHER_STARTS);
        while (!all().allMatch(Supervisor::isReady)) {
            all().filter(supervisor -> supervisor.failedStarts() >= MAX_FAILED_STARTS)
                    .findFirst()
                    .ifPresent(this::giveUp);
            if (Instant.now().isAfter(latest)) {
                all().filter(supervisor -> supervisor.failedStarts() > 0)
                        .findFirst()
                        .ifPresent(this::giveUp);
            }
            if (stopsWithin(Duration.ofMillis(50))) {
                throw new LaunchFailure("Stopped while starting.");
            }
        }
    }

    private void giveUp(Supervisor supervisor) {
        throw new LaunchFailure("%s did not start. Its log: %s (on a slow machine, use --start-limit SECONDS)"
                .formatted(supervisor.name(), installation.data().logs().resolve(supervisor.name() + ".log")));
    }

    /** Stops the services first, then the servers that they write to. */
    public void stop() {
        stopping.countDown();
        if (!started) {
            return;
        }
        console.print("stopping");
        services.parallelStream().forEach(Supervisor::stop);
        servers.reversed().forEach(Supervisor::stop);
        installation.data().installationFile().delete();
        console.print("stopped");
    }

    public void awaitStop() {
        while (!stopsWithin(Duration.ofHours(1))) {
            continue;
        }
    }

    private boolean stopsWithin(Duration time) {
        try {
            return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Stream<Supervisor> all() {
        return Stream.concat(servers.stream(), services.stream());
    }

    private synchronized void writeInstallationFile() {
        var processes = all().flatMap(supervisor -> supervisor.pid().stream().map(pid -> child(supervisor.name(), pid)))
                .toList();
        var running = new InstallationFile.Running(
                ProcessHandle.current().pid(), installation.url("gateway"), ready, processes);
        installation.data().installationFile().write(running);
    }

    private InstallationFile.Child child(String name, long pid) {
        return new InstallationFile.Child(name, pid, installation.ports().of(name));
    }
}
