package org.depositary.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** A real Kafka of one node (KRaft) on loopback, in a process of its own, whose data stay in its directory. */
public final class LocalKafka implements Program {

    private final Path directory;
    private final int port;
    private final int controllerPort;
    private final Durability durability;

    /** @param directory where its logs are kept; made when missing */
    public LocalKafka(Path directory, int port, int controllerPort, Durability durability) {
        this.directory = directory.toAbsolutePath().normalize();
        this.port = port;
        this.controllerPort = controllerPort;
        this.durability = durability;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    int port() {
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
        return JavaCommand.of(KafkaNode.class, file.toString()).builder(heap(), directory);
    }

    private List<String> heap() {
        return durability == Durability.KEPT
                ? List.of("-Xmx384m", "-XX:+UseSerialGC")
                : List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
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
                "log.cleaner.dedupe.buffer.size", "16777216",
                "controlled.shutdown.enable", "false"));
        if (durability == Durability.KEPT) {
            // Kafka leaves the disk to the page cache, because other replicas have a copy. Here there is none: the
            // relay
            // forgets an event once Kafka has it, so Kafka must have it on the disk.
            properties.put("log.flush.interval.messages", "1");
        }
        return properties;
    }

    @Override
    public boolean answers() {
        // The port opens last, and asking it is cheaper than a client that tries and tells each failure.
        return LoopbackPort.isOpen(port) && describesItself();
    }

    private boolean describesItself() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "request.timeout.ms",
                "3000",
                "default.api.timeout.ms",
                "3000");
        try (var admin = admin(settings)) {
            return !admin.describeCluster().nodes().get(4, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notNow) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Kafka finds its own classes by the thread's class loader, which in a Quarkus test can be another one. */
    private static Admin admin(Map<String, Object> settings) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(LocalKafka.class.getClassLoader());
        try {
            return Admin.create(settings);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
