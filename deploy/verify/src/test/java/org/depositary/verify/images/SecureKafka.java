package org.depositary.verify.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.depositary.local.kafka.KafkaNode;
import org.depositary.local.process.JavaCommand;
import org.depositary.local.process.SupervisedProgram;

/**
 * The Kafka of the launcher, as Strimzi would configure it: clients need a certificate, and may do what their user may.
 * A second listener, on loopback and without a certificate, is for the test itself.
 *
 * @param certificates has the certificate {@link #NAME}
 * @param port of the test's own listener
 * @param clientPort of the listener with TLS
 */
record SecureKafka(Path directory, CertificateAuthority certificates, int port, int clientPort, int controllerPort)
        implements SupervisedProgram {

    /** The host and the port by which pods know Kafka. */
    static final String NAME = "events-kafka-bootstrap";

    static final int KNOWN_PORT = 9093;

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public ProcessBuilder prepare() throws IOException {
        Files.createDirectories(directory);
        var keyAndCertificate = directory.resolve("server.pem");
        Files.writeString(
                keyAndCertificate,
                Files.readString(certificates.key(NAME)) + Files.readString(certificates.certificate(NAME)));
        var file = directory.resolve("server.properties");
        try (var out = Files.newOutputStream(file)) {
            properties(keyAndCertificate).store(out, null);
        }
        Files.deleteIfExists(started());
        return JavaCommand.of(KafkaNode.class, file.toString(), started().toString())
                .builder(
                        List.of("-D" + marker(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), directory);
    }

    private Properties properties(Path keyAndCertificate) {
        var properties = new Properties();
        properties.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "listeners",
                        "TEST://127.0.0.1:%d,TLS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                .formatted(port, clientPort, controllerPort),
                "advertised.listeners", "TEST://127.0.0.1:%d,TLS://%s:%d".formatted(port, NAME, KNOWN_PORT),
                "listener.security.protocol.map", "TEST:PLAINTEXT,TLS:SSL,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "TEST",
                "controller.listener.names", "CONTROLLER",
                "log.dirs", directory.resolve("log").toString()));
        properties.putAll(Map.of(
                "ssl.client.auth", "required",
                "ssl.keystore.type", "PEM",
                "ssl.keystore.location", keyAndCertificate.toString(),
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", certificates.certificate().toString(),
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                // Only the listeners on loopback have callers without a certificate.
                "super.users", "User:ANONYMOUS"));
        properties.putAll(Map.of(
                "auto.create.topics.enable", "false",
                "delete.topic.enable", "false",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "16777216"));
        return properties;
    }

    @Override
    public boolean isReady() {
        return Files.exists(started());
    }

    private Path started() {
        return directory.resolve("started");
    }
}
