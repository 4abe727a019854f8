package org.depositary.verify.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;
import org.depositary.local.process.RunningProgram;
import org.depositary.local.process.SupervisedProgram;

/**
 * The pods of an overlay, and the servers that they need. The servers have the names, ports, certificates, users and rights
 * of the manifests.
 */
public final class PodsInstallation implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final String KEYCLOAK = "keycloak-service";
    private static final int KEYCLOAK_PORT = 8080;

    private final Overlay overlay;
    private final Path directory;
    private final CertificateAuthority certificates;
    private final SecurePostgres postgres;
    private final RunningProgram postgresProcess;
    private final RunningProgram kafkaProcess;
    private final PodmanCluster cluster;
    private final Map<String, TcpForwarder> forwarders = new HashMap<>();

    private PodsInstallation(Overlay overlay, Path directory, int port, int keycloakPort) throws IOException {
        this.overlay = overlay;
        this.directory = directory;
        certificates = CertificateAuthority.create(Files.createDirectories(directory.resolve("certificates")));
        certificates.issueServer(SecureKafka.NAME, SecureKafka.NAME);
        certificates.issueServer(SecurePostgres.NAME, databaseHosts().toArray(String[]::new));
        postgres = SecurePostgres.in(directory.resolve("postgres"), port, databaseNames());
        postgresProcess = start(postgres.server());
        postgres.offerTls(certificates);
        var kafka = new SecureKafka(directory.resolve("kafka"), certificates, port + 1, port + 2, port + 3);
        kafkaProcess = start(kafka);
        new KafkaManifests(overlay).apply(kafka.port());
        cluster = PodmanCluster.create(overlay, directory.resolve("secrets"));
        databaseHosts().forEach(cluster::serveOnMachine);
        forward("postgres", SecurePostgres.KNOWN_PORT, postgres.server().port());
        cluster.serveOnMachine(SecureKafka.NAME);
        forward("kafka", SecureKafka.KNOWN_PORT, kafka.clientPort());
        cluster.serveOnMachine(KEYCLOAK);
        forward(KEYCLOAK, KEYCLOAK_PORT, keycloakPort);
        createSecrets();
    }

    /**
     * Starts the servers, and creates the network and the Secrets. Starts no pod.
     *
     * @param directory an empty directory
     * @param port the first of four free ports on loopback
     * @param keycloakPort the port of Keycloak on loopback
     */
    public static PodsInstallation create(Overlay overlay, Path directory, int port, int keycloakPort) {
        HostCommand.require("podman", "openssl");
        try {
            return new PodsInstallation(overlay, directory, port, keycloakPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunningProgram start(SupervisedProgram program) {
        var log = directory.resolve(program.name() + ".log").toFile();
        var running = RunningProgram.start(
                program, builder -> builder.redirectErrorStream(true).redirectOutput(log));
        running.awaitReady(START_LIMIT);
        return running;
    }

    private List<String> databaseNames() {
        return overlay.databases()
                .map(database -> database.at("/spec/bootstrap/initdb/database").asText())
                .toList();
    }

    private List<String> databaseHosts() {
        return overlay.databases().map(database -> database.name() + "-rw").toList();
    }

    private void forward(String name, int port, int target) {
        forwarders.put(name, TcpForwarder.start(cluster.machine(), port, target));
    }

    /** Creates the Secrets that the operators of PostgreSQL and Kafka would create. */
    private void createSecrets() throws IOException {
        var authority = Map.of("ca.crt", Files.readAllBytes(certificates.certificate()));
        overlay.databases().forEach(database -> {
            cluster.createSecret(database.name() + "-ca", authority);
            createDatabaseSecret(database, postgres.server().password());
        });
        cluster.createSecret("events-cluster-ca-cert", authority);
        for (var user : overlay.ofKind("KafkaUser").map(Manifest::name).toList()) {
            var password = "password-of-" + user;
            var store = Files.readAllBytes(certificates.issueClient(user, password));
            cluster.createSecret(user, Map.of("user.p12", store, "user.password", password.getBytes()));
        }
    }

    private void createDatabaseSecret(Manifest database, String password) {
        var owner = database.at("/spec/bootstrap/initdb/owner").asText();
        cluster.createTextSecret(database.name() + "-app", Map.of("username", owner, "password", password));
    }

    /** Runs a Job to its end. */
    public PodmanPod run(Manifest job) {
        return cluster.start(job);
    }

    /** Starts the pod of a service, in the place of an earlier one. */
    public PodmanPod startService(String name) {
        return cluster.start(overlay.find("Deployment", name).orElseThrow());
    }

    /** The public URL of a service in a pod. */
    public static URI url(PodmanPod pod, Manifest service) {
        var port = service.containers().findFirst().orElseThrow().at("/ports/0/containerPort");
        return URI.create("http://%s:%s".formatted(pod.address(), port));
    }

    /** Cuts all connections of pods to Kafka, and refuses new ones. */
    public void cutKafka() {
        forwarders.get("kafka").cut();
    }

    public void restoreKafka() {
        forwarders.get("kafka").restore();
    }

    /** Changes the password of a service's database, and the Secret. Running pods keep the old password. */
    public void changeDatabasePassword(String cluster, String password) {
        var database = overlay.find("Cluster", cluster).orElseThrow();
        postgres.changePassword(database.at("/spec/bootstrap/initdb/owner").asText(), password);
        createDatabaseSecret(database, password);
    }

    /** The connections of a database's owner. */
    public DatabaseConnections connections(String owner) {
        return postgres.connections(owner);
    }

    @Override
    public void close() {
        cluster.close();
        forwarders.values().forEach(TcpForwarder::close);
        kafkaProcess.end();
        postgresProcess.end();
    }
}
