package org.depositary.local.installation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.depositary.local.kafka.LocalKafka;
import org.depositary.local.postgres.LocalPostgres;
import org.depositary.local.process.AotCaches;
import org.depositary.local.process.Durability;
import org.depositary.local.process.SupervisedProgram;
import org.depositary.local.service.DevModeProgram;
import org.depositary.local.service.LocalTokens;
import org.depositary.local.service.ServiceProgram;

/**
 * The programs of an installation on one machine: PostgreSQL, Kafka and the four services, with the settings by which
 * they find each other.
 *
 * @param home the directory of the source code, which contains the built services
 * @param caches the ahead-of-time caches of the programs that run on Java
 * @param inDevMode the service that runs in Quarkus dev mode
 */
public record LocalInstallation(
        Path home, DataDirectory data, InstallationPorts ports, AotCaches caches, Optional<String> inDevMode) {

    /** Creates an installation that uses the ahead-of-time caches of its build. */
    public LocalInstallation(Path home, DataDirectory data, InstallationPorts ports, Optional<String> inDevMode) {
        this(home, data, ports, AotCaches.of(home, AotCaches.Use.READ), inDevMode);
    }

    private static final String PUBLIC_URL = "DEPOSITARY_PUBLIC_URL";

    private static final List<String> DATABASES = List.of("membership", "documents", "exercises", "gateway", "clients");

    LocalPostgres postgres() {
        return new LocalPostgres(data.of("postgres"), ports.of("postgresql"), Durability.KEPT, DATABASES);
    }

    LocalKafka kafka() {
        return new LocalKafka(
                data.of("kafka"), ports.of("kafka"), ports.of("kafka-controller"), Durability.KEPT, caches);
    }

    List<SupervisedProgram> services() {
        return List.of(
                service("membership-service", "membership", 256),
                service("documents-service", "documents", 256),
                service("exercises-service", "exercises", 256),
                service("gateway", "gateway", 384));
    }

    List<SupervisedProgram> javaPrograms() {
        var programs = new ArrayList<>(services());
        programs.add(kafka());
        return programs;
    }

    private SupervisedProgram service(String name, String database, int heap) {
        var directory = data.of(name);
        int port = ports.of(name);
        int managementPort = ports.managementOf(name);
        Supplier<Map<String, String>> settings = () -> settings(name, database);
        if (inDevMode.filter(name::equals).isPresent()) {
            return new DevModeProgram(name, directory, home, port, managementPort, settings);
        }
        var application = home.resolve(name).resolve("target/quarkus-app");
        return new ServiceProgram(name, directory, application, port, managementPort, heap, caches, settings);
    }

    private Map<String, String> settings(String name, String database) {
        var settings = new HashMap<String, String>();
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(name)));
        settings.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.managementOf(name)));
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", postgres().jdbcUrl(database));
        settings.put("QUARKUS_DATASOURCE_USERNAME", database);
        settings.put("QUARKUS_DATASOURCE_PASSWORD", postgres().password());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka().bootstrapServers());
        settings.put("QUARKUS_OIDC_PUBLIC_KEY", data.tokens().publicKeyBase64());
        settings.put("QUARKUS_OIDC_TOKEN_ISSUER", LocalTokens.ISSUER);
        settings.put("QUARKUS_OIDC_TOKEN_AUDIENCE", LocalTokens.AUDIENCE);
        if (name.equals("gateway")) {
            addPublicUrl(settings);
            settings.put("QUARKUS_DATASOURCE_CLIENTS_JDBC_URL", postgres().jdbcUrl("clients"));
            settings.put("QUARKUS_DATASOURCE_CLIENTS_USERNAME", "clients");
            settings.put("QUARKUS_DATASOURCE_CLIENTS_PASSWORD", postgres().password());
            for (var owner : List.of("membership", "documents", "exercises")) {
                settings.put("DEPOSITARY_%s_URL".formatted(owner.toUpperCase(Locale.ROOT)), url(owner + "-service"));
            }
        }
        return settings;
    }

    /** Sets the public URL, unless the environment of this program already does. */
    private void addPublicUrl(Map<String, String> settings) {
        var inherited = Optional.ofNullable(System.getenv(PUBLIC_URL)).filter(url -> !url.isBlank());
        settings.put(PUBLIC_URL, inherited.orElseGet(this::publicUrl));
    }

    /** The URL of the gateway, as browsers on this machine write it. */
    public String publicUrl() {
        return "http://localhost:" + ports.gateway();
    }

    String url(String part) {
        return "http://127.0.0.1:" + ports.of(part);
    }
}
