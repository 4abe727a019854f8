package org.depositary.local.installation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.local.kafka.LocalKafka;
import org.depositary.local.postgres.LocalPostgres;
import org.depositary.local.process.RunningProgram;
import org.depositary.local.process.SupervisedProgram;
import org.depositary.local.service.LocalTokens;

/**
 * Starts the PostgreSQL and Kafka of an installation, and single services on request, for programs that measure or
 * attack one part. They run as in a whole installation, on free ports, and end with this process.
 */
public final class LocalServers implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final LocalInstallation installation;
    private final List<RunningProgram> running = new ArrayList<>();

    private LocalServers(LocalInstallation installation) {
        this.installation = installation;
    }

    /**
     * Starts both servers and returns when they are ready.
     *
     * @param home the directory of the source code, which contains the built services
     * @param directory the data directory; created if missing
     */
    public static LocalServers start(Path home, Path directory) {
        var data = new DataDirectory(directory);
        data.create();
        var servers = new LocalServers(new LocalInstallation(home, data, InstallationPorts.free(), Optional.empty()));
        servers.running.add(servers.begin(servers.postgres()));
        servers.running.add(servers.begin(servers.kafka()));
        servers.running.forEach(program -> program.awaitReady(TIMEOUT));
        return servers;
    }

    /**
     * Starts a service and returns when it is ready.
     *
     * @return its URL
     */
    public URI startService(String name) {
        var service = installation.services().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        start(service);
        return URI.create(installation.url(name));
    }

    /** Starts a program of the caller, such as a service that only a benchmark needs. Returns when it is ready. */
    public void start(SupervisedProgram program) {
        var started = begin(program);
        running.add(started);
        started.awaitReady(TIMEOUT);
    }

    private RunningProgram begin(SupervisedProgram program) {
        var log = installation.data().logs().resolve(program.name() + ".log").toFile();
        return RunningProgram.start(
                program, builder -> builder.redirectErrorStream(true).redirectOutput(log));
    }

    public LocalPostgres postgres() {
        return installation.postgres();
    }

    public int postgresPort() {
        return installation.ports().of("postgresql");
    }

    public LocalKafka kafka() {
        return installation.kafka();
    }

    public LocalTokens tokens() {
        return installation.data().tokens();
    }

    @Override
    public void close() {
        running.reversed().forEach(RunningProgram::end);
    }
}
