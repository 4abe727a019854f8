package org.depositary.verify;

import static org.depositary.testing.Waiting.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.depositary.local.installation.DataDirectory;
import org.depositary.local.process.ProcessStatus;
import org.depositary.local.service.LocalTokens;
import org.depositary.local.service.ServiceProgram;

/** Another process of a service, on the same database and Kafka. */
final class ServiceReplica implements AutoCloseable {

    private static final Duration ENDING = Duration.ofSeconds(30);

    private final Process process;
    private final OriginClient client;

    private ServiceReplica(Process process, OriginClient client) {
        this.process = process;
        this.client = client;
    }

    /** Starts the process and returns when it is ready. */
    static ServiceReplica start(TestInstallation installation, String service) {
        return start(installation, service, Map.of());
    }

    /** @param special variables of the environment that only this process gets */
    static ServiceReplica start(TestInstallation installation, String service, Map<String, String> special) {
        return start(installation, TestInstallation.ROOT, service, special);
    }

    /** @param home the directory of the build */
    static ServiceReplica start(TestInstallation installation, Path home, String service, Map<String, String> special) {
        var replica = new ServiceReplica(
                process(installation, home, service, special),
                OriginClient.of(URI.create("http://127.0.0.1:" + installation.replicaPort(service))));
        await("a second " + service + "; see " + log(installation, service)).until(replica.client::isReady);
        return replica;
    }

    /** Runs a process that ends by itself. Returns its exit code. */
    static int runToEnd(TestInstallation installation, Path home, String service, Map<String, String> special) {
        var process = process(installation, home, service, special);
        await("%s ends; see %s".formatted(service, log(installation, service))).until(() -> !process.isAlive());
        return process.exitValue();
    }

    private static Process process(
            TestInstallation installation, Path home, String service, Map<String, String> special) {
        var application = home.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
        // Like the children of the launcher, it exits when its standard input closes with these tests.
        var builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                launcherCode() + ":" + application,
                "org.depositary.local.process.ExitWithLauncher",
                ServiceProgram.ENTRY_POINT));
        builder.environment().putAll(settings(installation, service, installation.replicaPort(service)));
        builder.environment().putAll(special);
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        log(installation, service).toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path log(TestInstallation installation, String service) {
        return installation.data().resolve("logs/replica-of-" + service + ".log");
    }

    private static Path launcherCode() {
        return Path.of(URI.create(ProcessStatus.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    private static Map<String, String> settings(TestInstallation installation, String service, int port) {
        var database = installation.database(service.replace("-service", ""));
        var settings = new HashMap<String, String>();
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(port + OriginClient.TO_MANAGEMENT));
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", database.url());
        settings.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        var clients = installation.database("clients");
        settings.put("QUARKUS_DATASOURCE_CLIENTS_JDBC_URL", clients.url());
        settings.put("QUARKUS_DATASOURCE_CLIENTS_USERNAME", clients.user());
        settings.put("QUARKUS_DATASOURCE_CLIENTS_PASSWORD", clients.password());
        settings.put("DEPOSITARY_WEBHOOKS_ALLOW_PRIVATE", "true");
        settings.put("KAFKA_BOOTSTRAP_SERVERS", installation.kafka());
        var tokens = new DataDirectory(installation.data()).tokens();
        settings.put("QUARKUS_OIDC_PUBLIC_KEY", tokens.publicKeyBase64());
        settings.put("QUARKUS_OIDC_TOKEN_ISSUER", LocalTokens.ISSUER);
        settings.put("QUARKUS_OIDC_TOKEN_AUDIENCE", LocalTokens.AUDIENCE);
        for (var owner : List.of("membership", "documents", "exercises")) {
            settings.put(
                    "DEPOSITARY_%s_URL".formatted(owner.toUpperCase(java.util.Locale.ROOT)),
                    installation.client(owner + "-service").origin().toString());
        }
        return settings;
    }

    OriginClient client() {
        return client;
    }

    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Sends SIGSTOP or SIGCONT. */
    void signal(String signal) {
        SystemCommand.of("kill", "-" + signal, Long.toString(process.pid())).must();
    }

    /** Sends SIGTERM. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(ENDING.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
