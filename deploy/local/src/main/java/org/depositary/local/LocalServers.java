package org.depositary.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One PostgreSQL and one Kafka on free ports, for a program that needs the servers without the services. */
public final class LocalServers implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    private final List<RunningProgram> running;

    private LocalServers(Path directory, Durability durability) {
        postgres = new LocalPostgres(directory.resolve("postgres"), LoopbackPort.anyFree(), durability, List.of());
        kafka = new LocalKafka(directory.resolve("kafka"), LoopbackPort.anyFree(), LoopbackPort.anyFree(), durability);
        running = List.of(start(directory, postgres), start(directory, kafka));
    }

    /**
     * Starts both, and returns when they answer. They end with this process too.
     *
     * @param directory where their data and logs are kept; made when missing
     */
    public static LocalServers start(Path directory, Durability durability) {
        var servers = new LocalServers(directory, durability);
        servers.running.forEach(program -> program.awaitReady(TIMEOUT));
        return servers;
    }

    private static RunningProgram start(Path directory, Program program) {
        var log = directory.resolve(program.name() + ".log").toFile();
        return RunningProgram.start(
                program, builder -> builder.redirectErrorStream(true).redirectOutput(log));
    }

    public LocalPostgres postgres() {
        return postgres;
    }

    public int postgresPort() {
        return postgres.port();
    }

    public LocalKafka kafka() {
        return kafka;
    }

    @Override
    public void close() {
        running.reversed().forEach(RunningProgram::end);
    }
}
