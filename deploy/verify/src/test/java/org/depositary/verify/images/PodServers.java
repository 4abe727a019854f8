package org.depositary.verify.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.depositary.kubernetes.render.Overlay;
import org.depositary.local.process.RunningProgram;
import org.depositary.local.process.SupervisedProgram;

/** The PostgreSQL and the Kafka of the pods, on loopback, with the certificates, topics and rights of an overlay. */
record PodServers(
        CertificateAuthority certificates,
        SecurePostgres postgres,
        RunningProgram postgresProcess,
        SecureKafka kafka,
        RunningProgram kafkaProcess)
        implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    /** @param port the first of four free ports */
    static PodServers start(Overlay overlay, Path directory, int port) throws IOException {
        var certificates = CertificateAuthority.create(Files.createDirectories(directory.resolve("certificates")));
        certificates.issueServer(SecureKafka.NAME, SecureKafka.NAME);
        certificates.issueServer(SecurePostgres.NAME, databaseHosts(overlay).toArray(String[]::new));
        var postgres = SecurePostgres.in(directory.resolve("postgres"), port, databaseNames(overlay));
        var postgresProcess = start(postgres.server(), directory);
        postgres.offerTls(certificates);
        var kafka = new SecureKafka(directory.resolve("kafka"), certificates, port + 1, port + 2, port + 3);
        var kafkaProcess = start(kafka, directory);
        new KafkaManifests(overlay).apply(kafka.port());
        return new PodServers(certificates, postgres, postgresProcess, kafka, kafkaProcess);
    }

    private static RunningProgram start(SupervisedProgram program, Path directory) {
        var log = directory.resolve(program.name() + ".log").toFile();
        var running = RunningProgram.start(
                program, builder -> builder.redirectErrorStream(true).redirectOutput(log));
        running.awaitReady(START_LIMIT);
        return running;
    }

    private static List<String> databaseNames(Overlay overlay) {
        return overlay.databases()
                .map(database -> database.at("/spec/bootstrap/initdb/database").asText())
                .toList();
    }

    /** The names by which pods know the clusters of PostgreSQL. */
    static List<String> databaseHosts(Overlay overlay) {
        return overlay.databases().map(database -> database.name() + "-rw").toList();
    }

    @Override
    public void close() {
        kafkaProcess.end();
        postgresProcess.end();
    }
}
