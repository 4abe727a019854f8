package org.depositary.testing;

import static java.util.Map.entry;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.depositary.local.service.LocalTokens;

/**
 * Gives a {@code @QuarkusTest} a real PostgreSQL with a fresh database, a real Kafka, and the settings of the launcher:
 *
 * <pre>{@code
 * @QuarkusTest
 * @WithTestResource(value = RealPostgresAndKafka.class,
 *         initArgs = @ResourceArg(name = "database", value = "membership"))
 * }</pre>
 *
 * The servers are shared by all tests of a JVM and end with it; topics, unlike databases, are shared with them.
 */
public final class RealPostgresAndKafka implements QuarkusTestResourceLifecycleManager {

    private String database = "test";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        var servers = TestServers.running();
        var fresh = servers.freshDatabase(database);
        var settings = new HashMap<>(settings(servers, fresh));
        if (database.equals("gateway")) {
            settings.putAll(clientsDatabase(servers));
        }
        return settings;
    }

    /** The gateway has a second database. */
    private static Map<String, String> clientsDatabase(TestServers servers) {
        var clients = servers.freshDatabase("clients");
        return Map.of(
                "quarkus.datasource.clients.jdbc.url", servers.postgres().jdbcUrl(clients),
                "quarkus.datasource.clients.username", clients,
                "quarkus.datasource.clients.password", servers.postgres().password(),
                "quarkus.datasource.clients.jdbc.acquisition-timeout", Waiting.LIMIT.toString());
    }

    private static Map<String, String> settings(TestServers servers, String fresh) {
        return Map.ofEntries(
                entry("quarkus.devservices.enabled", "false"),
                entry("quarkus.http.test-port", "0"),
                entry("quarkus.management.test-port", "0"),
                entry("quarkus.datasource.jdbc.url", servers.postgres().jdbcUrl(fresh)),
                entry("quarkus.datasource.username", fresh),
                entry("quarkus.datasource.password", servers.postgres().password()),
                // The default limit of 5 seconds would fail requests on a busy machine.
                entry("quarkus.datasource.jdbc.acquisition-timeout", Waiting.LIMIT.toString()),
                entry("kafka.bootstrap.servers", servers.kafka().bootstrapServers()),
                entry("quarkus.oidc.public-key", servers.tokens().publicKeyBase64()),
                entry("quarkus.oidc.token.issuer", LocalTokens.ISSUER),
                entry("quarkus.oidc.token.audience", LocalTokens.AUDIENCE));
    }

    /** Does nothing: the servers stay for the following tests and end with the JVM. */
    @Override
    public void stop() {}

    /** Returns a bearer token for one of {@link LocalTokens#ROLES}. Its subject is {@code local-<role>}. */
    public static String token(String role) {
        return TestServers.running().tokens().token(role);
    }

    /**
     * Returns a bearer token for one of {@link LocalTokens#ROLES}.
     *
     * @param subject becomes the actor of the recorded events
     */
    public static String token(String role, String subject) {
        return TestServers.running().tokens().token(role, subject);
    }

    /** Returns a bearer token that expires after this time. */
    public static String token(String role, String subject, Duration life) {
        return TestServers.running().tokens().token(role, subject, life);
    }
}
