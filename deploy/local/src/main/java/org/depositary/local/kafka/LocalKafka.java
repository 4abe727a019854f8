package org.depositary.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.depositary.local.process.AotCaches;
import org.depositary.local.process.Durability;
import org.depositary.local.process.JavaCommand;
import org.depositary.local.process.SupervisedProgram;

/** A real Kafka with one node (KRaft) on loopback, in its own process, that keeps its data in one directory. */
public final class LocalKafka implements SupervisedProgram {

    private final Path directory;
    private final int port;
    private final int controllerPort;
    private final Durability durability;
    private final AotCaches caches;

    /** @param directory the directory of Kafka's data; created if missing */
    public LocalKafka(Path directory, int port, int controllerPort, Durability durability) {
        this(directory, port, controllerPort, durability, AotCaches.none());
    }

    /** @param directory the directory of Kafka's data; created if missing */
    public LocalKafka(Path directory, int port, int controllerPort, Durability durability, AotCaches caches) {
        this.directory = directory.toAbsolutePath().normalize();
        this.port = port;
        this.controllerPort = controllerPort;
        this.durability = durability;
        this.caches = caches;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public ProcessBuilder prepare() throws IOException {
        Files.createDirectories(directory);
        var file = directory.resolve("server.properties");
        try (var out = Files.newOutputStream(file)) {
            properties().store(out, "Written at every start");
        }
        Files.deleteIfExists(started());
        return JavaCommand.of(KafkaNode.class, file.toString(), started().toString())
                .builder(flags(), directory);
    }

    private List<String> flags() {
        var flags = new ArrayList<>(caches.flags(name()));
        flags.addAll(
                durability == Durability.KEPT
                        ? List.of("-D" + marker(), "-Xmx384m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError")
                        : List.of("-D" + marker(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        return flags;
    }

    private Properties properties() {
        var properties = new Properties();
        properties.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "listeners", "BROKER://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort),
                "advertised.listeners", "BROKER://127.0.0.1:" + port,
                "listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "BROKER",
                "controller.listener.names", "CONTROLLER",
                "log.dirs", directory.resolve("log").toString(),
                "auto.create.topics.enable", "false"));
        properties.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "16777216"));
        // Short sessions make restarts fast: after a restart, a node waits until the session of its former run has
        // expired.
        properties.putAll(Map.of("broker.session.timeout.ms", "2000", "broker.heartbeat.interval.ms", "400"));
        if (durability == Durability.KEPT) {
            // Kafka relies on replicas instead of flushing to the disk. This node has no replica, and the relay forgets
            // an event once Kafka has acknowledged it, so Kafka must flush.
            properties.put("log.flush.interval.messages", "1");
        }
        return properties;
    }

    @Override
    public Duration exitTimeout() {
        return caches.exitTimeout(SupervisedProgram.super.exitTimeout());
    }

    /**
     * Whether Kafka has started. The port answers a moment before Kafka can create topics, so this also checks for a
     * file that the process creates when it has started.
     */
    @Override
    public boolean isReady() {
        return Files.exists(started()) && KafkaPing.isAnswered(port);
    }

    private Path started() {
        return directory.resolve("started");
    }
}
