package org.depositary.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts an installation's programs, keeps them running, and stops them in order. */
final class Launcher {

    private static final int STARTS = 5;
    /** Programs start after each other, and some more than once. */
    private static final Duration MORE_STARTS = Duration.ofMinutes(2);

    private final Installation installation;
    private final Console console;
    private final Duration startLimit;
    private final Leftovers leftovers;
    private final List<Keeper> servers;
    private final List<Keeper> services;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean started;
    private volatile boolean ready;

    /** @param startLimit how long the start of one program may take */
    Launcher(Installation installation, Console console, Duration startLimit) {
        this.installation = installation;
        this.console = console;
        this.startLimit = startLimit;
        var data = installation.data();
        leftovers = new Leftovers(data.run());
        var surroundings = new Keeper.Surroundings(
                console, leftovers, new LogFiles(data.logs()), startLimit, this::noteInstallation);
        var postgres = new Keeper(installation.postgres(), List.of(), surroundings);
        servers = List.of(postgres, new Keeper(installation.kafka(), List.of(), surroundings));
        // They look for Kafka until it is there, but without a database they would not start.
        services = installation.services().stream()
                .map(service -> new Keeper(service, List.of(postgres), surroundings))
                .toList();
    }

    /** Starts all and returns when all are ready. */
    void start() {
        installation.data().installationFile().delete();
        endLeftovers();
        installation.ports().mustBeFree();
        noteInstallation();
        started = true;
        all().forEach(Keeper::start);
        awaitReady();
        ready = true;
        noteInstallation();
    }

    private void endLeftovers() {
        Stream.concat(Stream.of(installation.postgres(), installation.kafka()), installation.services().stream())
                .parallel()
                .filter(leftovers::end)
                .forEach(program -> console.say("%s of an earlier run has ended", program.name()));
    }

    private void awaitReady() {
        var latest = Instant.now().plus(startLimit).plus(MORE_STARTS);
        while (!all().allMatch(Keeper::isReady)) {
            all().filter(keeper -> keeper.failedStarts() >= STARTS).findFirst().ifPresent(this::giveUp);
            if (Instant.now().isAfter(latest)) {
                all().filter(keeper -> !keeper.isReady()).findFirst().ifPresent(this::giveUp);
            }
            if (stopsWithin(Duration.ofMillis(50))) {
                throw new LaunchFailure("Stopped while starting.");
            }
        }
    }

    private void giveUp(Keeper keeper) {
        throw new LaunchFailure("%s does not come up. Its log: %s (on a slow machine, use --start-limit SECONDS)"
                .formatted(keeper.name(), installation.data().logs().resolve(keeper.name() + ".log")));
    }

    /** Ends first those that write, then what they write to. */
    void stop() {
        stopping.countDown();
        if (!started) {
            return;
        }
        console.say("stopping");
        services.parallelStream().forEach(Keeper::stop);
        servers.reversed().forEach(Keeper::stop);
        installation.data().installationFile().delete();
        console.say("stopped");
    }

    void awaitStop() {
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

    private Stream<Keeper> all() {
        return Stream.concat(servers.stream(), services.stream());
    }

    private synchronized void noteInstallation() {
        var processes = all().flatMap(keeper -> keeper.pid().stream().map(pid -> child(keeper.name(), pid)))
                .toList();
        var running = new InstallationFile.Running(
                ProcessHandle.current().pid(), installation.url("gateway"), ready, processes);
        installation.data().installationFile().write(running);
    }

    private InstallationFile.Child child(String name, long pid) {
        return new InstallationFile.Child(name, pid, installation.ports().of(name));
    }
}
