package org.depositary.gateway.login;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of the browser login. Without a client id, browsers cannot log in. */
@ApplicationScoped
class LoginSettings {

    /** Quarkus encrypts the session and the login state with AES-256 only if the secret has this many characters. */
    private static final int SHORTEST_SECRET = 32;

    private final Optional<String> clientId;
    private final Optional<String> clientSecret;
    private final Duration idleLimit;

    LoginSettings(
            @ConfigProperty(name = "depositary.login.client-id") Optional<String> clientId,
            @ConfigProperty(name = "depositary.login.client-secret") Optional<String> clientSecret,
            @ConfigProperty(name = "depositary.login.idle-limit", defaultValue = "30M") Duration idleLimit) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.idleLimit = idleLimit;
    }

    boolean isEnabled() {
        return clientId.isPresent();
    }

    String clientId() {
        return clientId.orElseThrow();
    }

    /** Throws if the secret is missing or too short, so that the gateway does not start. */
    String clientSecret() {
        return clientSecret
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .orElseThrow(() -> new IllegalStateException(
                        "Set depositary.login.client-secret to the secret of client %s. It needs %d characters or more."
                                .formatted(clientId(), SHORTEST_SECRET)));
    }

    Duration idleLimit() {
        return idleLimit;
    }
}
