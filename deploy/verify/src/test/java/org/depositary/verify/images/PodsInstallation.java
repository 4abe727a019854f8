package org.depositary.verify.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.depositary.kubernetes.render.Manifest;
import org.depositary.kubernetes.render.Overlay;

/**
 * The pods of an overlay, and the servers that they need. The servers have the names, ports, certificates, users and rights
 * of the manifests.
 */
public final class PodsInstallation implements AutoCloseable {

    private static final String KEYCLOAK = "keycloak-service";
    private static final int KEYCLOAK_PORT = 8080;

    private final Overlay overlay;
    private final PodServers servers;
    private final PodmanCluster cluster;
    private final TcpForwarder toPostgres;
    private final TcpForwarder toKafka;
    private final TcpForwarder toKeycloak;

    private PodsInstallation(Overlay overlay, PodServers servers, PodmanCluster cluster, int keycloakPort) {
        this.overlay = overlay;
        this.servers = servers;
        this.cluster = cluster;
        var machine = cluster.machine();
        var postgresPort = servers.postgres().server().port();
        toPostgres = TcpForwarder.start(machine, SecurePostgres.KNOWN_PORT, postgresPort);
        toKafka = TcpForwarder.start(
                machine, SecureKafka.KNOWN_PORT, servers.kafka().clientPort());
        toKeycloak = TcpForwarder.start(machine, KEYCLOAK_PORT, keycloakPort);
        PodServers.databaseHosts(overlay).forEach(cluster::serveOnMachine);
        cluster.serveOnMachine(SecureKafka.NAME);
        cluster.serveOnMachine(KEYCLOAK);
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
            var servers = PodServers.start(overlay, directory, port);
            var cluster = PodmanCluster.create(overlay, directory.resolve("secrets"));
            var installation = new PodsInstallation(overlay, servers, cluster, keycloakPort);
            installation.createSecrets();
            return installation;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates the Secrets that the operators of PostgreSQL and Kafka would create. */
    private void createSecrets() throws IOException {
        var authority =
                Map.of("ca.crt", Files.readAllBytes(servers.certificates().certificate()));
        cluster.createSecret("events-cluster-ca-cert", authority);
        for (var database : overlay.databases().toList()) {
            cluster.createSecret(database.name() + "-ca", authority);
            createDatabaseSecret(database, servers.postgres().server().password());
        }
        for (var user : overlay.ofKind("KafkaUser").map(Manifest::name).toList()) {
            var password = "password-of-" + user;
            var store = Files.readAllBytes(servers.certificates().issueClient(user, password));
            cluster.createSecret(user, Map.of("user.p12", store, "user.password", bytes(password)));
        }
    }

    private void createDatabaseSecret(Manifest database, String password) {
        var content = Map.of("username", bytes(owner(database)), "password", bytes(password));
        cluster.createSecret(database.name() + "-app", content);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String owner(Manifest database) {
        return database.at("/spec/bootstrap/initdb/owner").asText();
    }

    /** Starts the pod of a Job. */
    public PodmanPod startJob(Manifest job) {
        return cluster.start(job);
    }

    /** Starts the pod of a service, in the place of an earlier one. */
    public PodmanPod startService(String name) {
        return cluster.start(overlay.find("Deployment", name).orElseThrow());
    }

    /** The URL of a service in a pod. */
    public static URI url(PodmanPod pod, Manifest service) {
        var port = service.containers().findFirst().orElseThrow().at("/ports/0/containerPort");
        return URI.create("http://%s:%s".formatted(pod.address(), port));
    }

    /** Cuts all connections of pods to Kafka, and refuses new ones. */
    public void cutKafka() {
        toKafka.cut();
    }

    public void restoreKafka() {
        toKafka.restore();
    }

    /**
     * Changes the password of a database's owner, and the Secret. Running pods keep the old password, and lose their
     * connections.
     *
     * @param name of the cluster of PostgreSQL
     */
    public void changeDatabasePassword(String name, String password) {
        var database = overlay.find("Cluster", name).orElseThrow();
        createDatabaseSecret(database, password);
        servers.postgres().changePassword(owner(database), password);
    }

    /** The connections of a database's owner. */
    public DatabaseConnections connections(String owner) {
        return servers.postgres().connections(owner);
    }

    @Override
    public void close() {
        cluster.close();
        toPostgres.close();
        toKafka.close();
        toKeycloak.close();
        servers.close();
    }
}
