package org.depositary.verify;

import static org.depositary.testing.Waiting.LIMIT;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real Keycloak with the realm of {@code deploy/kubernetes}. Only users and clients for tests are added. Maven unpacks it
 * ({@code -Pfull}).
 */
final class KeycloakServer implements AutoCloseable {

    static final String LOGIN_CLIENT = "depositary-browser";
    static final String LOGIN_SECRET = "a-secret-for-tests-of-32-characters-or-more";

    private static final Path UNPACKED = Path.of("target/keycloak").toAbsolutePath();
    private static final Path REALM =
            TestInstallation.ROOT.resolve("deploy/kubernetes/platform/31-keycloak-realm.yaml");
    private static final String ADMINISTRATOR = "administrator";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final int port;
    private final Path log;
    private final Process process;

    private KeycloakServer(int port, Path log, Process process) {
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts the server. Returns before it is ready.
     *
     * @param publicUrl the URL of the installation, which browsers return to
     * @param options more options of Keycloak
     */
    static KeycloakServer start(int port, URI publicUrl, String... options) {
        try {
            var home = home();
            var realm = home.resolve("data/import/depositary-realm.json");
            Files.createDirectories(realm.getParent());
            GatewayAnswer.JSON.writeValue(realm.toFile(), realm(publicUrl));
            var log = UNPACKED.resolveSibling("keycloak.log");
            var command = new ArrayList<>(List.of(
                    home.resolve("bin/kc.sh").toString(),
                    "start-dev",
                    "--import-realm",
                    "--cache=local",
                    "--db=dev-mem",
                    "--http-host=127.0.0.1",
                    "--http-port=" + port));
            command.addAll(List.of(options));
            var builder = new ProcessBuilder(command);
            builder.environment()
                    .putAll(Map.of(
                            "JAVA_HOME",
                            System.getProperty("java.home"),
                            "JAVA_OPTS_APPEND",
                            "-XX:TieredStopAtLevel=1 --add-opens=java.base/java.lang=ALL-UNNAMED",
                            "KC_BOOTSTRAP_ADMIN_USERNAME",
                            ADMINISTRATOR,
                            "KC_BOOTSTRAP_ADMIN_PASSWORD",
                            ADMINISTRATOR));
            var process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new KeycloakServer(port, log, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home() throws IOException {
        try (var versions = Files.list(UNPACKED)) {
            return versions.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private static JsonNode realm(URI publicUrl) throws IOException {
        var file = Files.readString(REALM).replace("https://register.invalid", publicUrl.toString());
        var realm = (ObjectNode) new YAMLMapper().readTree(file).at("/spec/realm");
        realm.path("clients")
                .valueStream()
                .filter(client -> client.path("clientId").asText().equals(LOGIN_CLIENT))
                .forEach(client -> ((ObjectNode) client).put("secret", LOGIN_SECRET));
        var users = realm.putArray("users");
        for (var role : List.of("reader", "contributor", "curator", "admin")) {
            var user = users.addObject().put("username", role).put("enabled", true);
            user.put("firstName", role).put("lastName", "Test").put("email", role + "@example.org");
            user.putArray("credentials").addObject().put("type", "password").put("value", role);
            user.putArray("realmRoles").add(role);
        }
        addClient(realm, "test").putArray("defaultClientScopes").add("depositary");
        addClient(realm, "short-tokens").putArray("defaultClientScopes").add("depositary");
        ((ObjectNode) realm.path("clients").path(realm.path("clients").size() - 1))
                .putObject("attributes")
                .put("access.token.lifespan", "1");
        addClient(realm, "other-audience").putArray("defaultClientScopes");
        return realm;
    }

    /** A client that gets tokens for a user name and password. */
    private static ObjectNode addClient(ObjectNode realm, String id) {
        return realm.withArray("clients")
                .addObject()
                .put("clientId", id)
                .put("publicClient", true)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", true);
    }

    static URI issuer(int port) {
        return URI.create("http://127.0.0.1:%d/realms/depositary".formatted(port));
    }

    void awaitReady() {
        await("Keycloak answers; see " + log).atMost(LIMIT.multipliedBy(2)).until(this::isReady);
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("Keycloak ended; see " + log);
        }
        try {
            return http.send(HttpRequest.newBuilder(issuer(port)).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A token of the user that has this role. */
    String token(String role) {
        return token(role, "test");
    }

    String token(String role, String client) {
        return token("127.0.0.1", "depositary", client, role);
    }

    /** A token with the same key, but with another host in its issuer. */
    String tokenOfOtherIssuer(String role) {
        return token("localhost", "depositary", "test", role);
    }

    private String token(String host, String realm, String client, String user) {
        var form =
                "grant_type=password&scope=openid&client_id=%s&username=%s&password=%s".formatted(client, user, user);
        var address = "http://%s:%d/realms/%s/protocol/openid-connect/token".formatted(host, port, realm);
        return send(HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .path("access_token")
                .asText();
    }

    /** Sends a request to the administration of the realm. Returns the JSON of its answer. */
    JsonNode administer(String method, String path, JsonNode body) {
        var address = "http://127.0.0.1:%d/admin/realms/depositary%s".formatted(port, path);
        var token = token("127.0.0.1", "master", "admin-cli", ADMINISTRATOR);
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString())));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError("%s: %d %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
            }
            return GatewayAnswer.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the server at once. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Keycloak did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
