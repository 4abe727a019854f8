package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.LIMIT;
import static org.depositary.testing.Waiting.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An installation whose services are reached through balancers, as on Kubernetes: clients reach the gateway through one, and the
 * gateway reaches each service through one. Its services can be replaced by those of another build.
 *
 * @param home the build that runs
 */
record BalancedInstallation(TestInstallation installation, SourceTreeCopy home, Map<String, ServiceBalancer> balancers)
        implements AutoCloseable {

    /** In this time a process is not ready and still answers. The balancers notice it long before. */
    private static final String SHUTDOWN_DELAY = "6s";

    static BalancedInstallation start(String name) {
        var home = SourceTreeCopy.of(name + "-home", List.of());
        int port = TestInstallation.freePort();
        var balancers = new TreeMap<String, ServiceBalancer>();
        TestInstallation.SERVICES.forEach((service, offset) -> balancers.put(
                service,
                ServiceBalancer.start(Stream.of(port + offset, TestInstallation.replicaPort(port, service))
                        .map(each -> OriginClient.of(URI.create("http://127.0.0.1:" + each)))
                        .toList())));
        var data = TestInstallation.emptied(name);
        balancers.keySet().forEach(service -> write(data.resolve(service), settings(service, balancers)));
        var installation = TestInstallation.startPrepared(home, name, port, "--empty");
        return new BalancedInstallation(installation, home, balancers);
    }

    private static Map<String, String> settings(String service, Map<String, ServiceBalancer> balancers) {
        var settings = new HashMap<String, String>();
        settings.put("QUARKUS_SHUTDOWN_DELAY", SHUTDOWN_DELAY);
        // The pool's own limit of 5 s would fail requests on a busy machine.
        settings.put("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", LIMIT.toString());
        if (service.equals(TestInstallation.GATEWAY)) {
            settings.put("DEPOSITARY_LIMITS_REQUESTS_PER_SECOND", "0");
            settings.put("DEPOSITARY_READ_MODELS_DROP_UNREAD_AFTER", "10s");
            for (var owner : List.of("membership", "documents", "exercises")) {
                settings.put(
                        "DEPOSITARY_%s_URL".formatted(owner.toUpperCase(Locale.ROOT)),
                        balancers.get(owner + "-service").origin().toString());
            }
        }
        return settings;
    }

    private static void write(Path directory, Map<String, String> settings) {
        try {
            Files.createDirectories(directory);
            Files.write(
                    directory.resolve("environment"),
                    settings.entrySet().stream().map(Map.Entry::toString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client that reaches the gateway through its balancer. */
    OriginClient client() {
        return OriginClient.of(balancers.get(TestInstallation.GATEWAY).origin());
    }

    /** A process of the service on the older schema ends, and is not ready before. */
    void assertWaitsForMigration(String service, NextBuild next) {
        assertThat(ServiceReplica.runToEnd(installation, next.home(), service, deployed(service)))
                .as("%s on an older schema", service)
                .isNotZero();
        balancers.get(service).awaitReady(1);
    }

    /** Changes the schema, as the Job of the service does. */
    void migrate(String service, NextBuild next) {
        var settings = settings(service, balancers);
        settings.putAll(DeployedSettings.ofJobs());
        assertThat(ServiceReplica.runToEnd(installation, next.home(), service, settings))
                .as("the migration of %s", service)
                .isZero();
    }

    /** Starts another process of the old build, as after a roll back. */
    ServiceReplica startOld(String service) {
        return startReplica(home, service);
    }

    /** Starts a process of the next build. The old one goes on. */
    ServiceReplica startNext(String service, NextBuild next) {
        return startReplica(next.sources(), service);
    }

    private ServiceReplica startReplica(SourceTreeCopy build, String service) {
        var replica = ServiceReplica.start(installation, build.root(), service, deployed(service));
        balancers.get(service).awaitReady(2);
        return replica;
    }

    /** Ends the process of the old build and starts the next one in its place. */
    void replace(String service, NextBuild next) {
        write(installation.data().resolve(service), deployed(service));
        home.useBuild(service, next.sources());
        var startedAgain = installation.terminate(service);
        await(service + " of the next build").until(startedAgain::getAsBoolean);
        balancers.get(service).awaitReady(2);
    }

    private Map<String, String> deployed(String service) {
        var settings = settings(service, balancers);
        settings.putAll(DeployedSettings.ofServices());
        return settings;
    }

    /** The version in the OpenAPI document of the process that the launcher started. */
    String version(String service) {
        return installation
                .client(service)
                .get("/openapi?format=json")
                .expect(200)
                .body()
                .at("/info/version")
                .asText();
    }

    @Override
    public void close() throws IOException {
        installation.close();
        for (var balancer : balancers.values()) {
            balancer.close();
        }
    }
}
