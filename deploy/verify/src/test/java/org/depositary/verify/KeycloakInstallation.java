package org.depositary.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings by which all services of an installation trust a Keycloak instead of the launcher's key. */
record KeycloakInstallation(int port, int keycloakPort) {

    private static final String NAME = "keycloak";

    static KeycloakInstallation prepared() {
        var prepared = new KeycloakInstallation(TestInstallation.freePort(), TestInstallation.freePort());
        var data = TestInstallation.emptied(NAME);
        TestInstallation.SERVICES.keySet().forEach(service -> {
            var lines = prepared.settings(service).entrySet().stream()
                    .map(setting -> setting.getKey() + "=" + setting.getValue())
                    .collect(Collectors.joining("\n", "", "\n"));
            try {
                Files.createDirectories(data.resolve(service));
                Files.writeString(data.resolve(service).resolve("environment"), lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return prepared;
    }

    TestInstallation start() {
        return TestInstallation.startPrepared(NAME, port, "--empty");
    }

    URI origin() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Map<String, String> settings(String service) {
        var settings = new HashMap<String, String>();
        settings.put("QUARKUS_OIDC_PUBLIC_KEY", "");
        settings.put("QUARKUS_OIDC_TOKEN_ISSUER", "");
        settings.put(
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                KeycloakServer.issuer(keycloakPort).toString());
        // Short, so that the test of rotated keys does not wait for minutes.
        settings.put("DEPOSITARY_TOKENS_REFRESH_KEYS_EVERY", "1S");
        settings.put("QUARKUS_OIDC_TOKEN_FORCED_JWK_REFRESH_INTERVAL", "PT0.2S");
        if (service.equals(TestInstallation.GATEWAY)) {
            // The realm sends browsers back to this origin.
            settings.put("DEPOSITARY_PUBLIC_URL", origin().toString());
            settings.put("DEPOSITARY_LOGIN_CLIENT_ID", KeycloakServer.LOGIN_CLIENT);
            settings.put("DEPOSITARY_LOGIN_CLIENT_SECRET", KeycloakServer.LOGIN_SECRET);
        }
        return settings;
    }

    /** The settings of a second gateway, where reads need a token and browsers use HTTPS. */
    Map<String, String> closedGateway() {
        var settings = settings(TestInstallation.GATEWAY);
        settings.put("DEPOSITARY_READS_POLICY", "authenticated");
        settings.put("DEPOSITARY_PUBLIC_URL", "https://register.example.org");
        return settings;
    }
}
