package org.depositary.eventsourcing.relay;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The settings for a database connection without a pool. Leaders need one, because their lock belongs to the session.
 */
@ApplicationScoped
public class DirectDatabaseSettings {

    private final LeaderLoop.Database settings;

    /**
     * @param direct JDBC URL that bypasses the transaction pooler, if {@code url} leads to one
     * @param password empty if the URL names a {@link org.depositary.eventsourcing.database.PasswordFile}
     */
    DirectDatabaseSettings(
            @ConfigProperty(name = "depositary.database.direct-url") Optional<String> direct,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.settings = new LeaderLoop.Database(direct.orElse(url), username, password.orElse(""));
    }

    public LeaderLoop.Database settings() {
        return settings;
    }
}
