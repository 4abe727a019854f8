package org.depositary.eventsourcing.relay;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How to reach the service's database without the pool, as leaders have to. */
@ApplicationScoped
public class DirectDatabaseSettings {

    private final LeaderLoop.Database settings;

    /** @param direct the address without a transaction pooler, if {@code url} is that of one */
    DirectDatabaseSettings(
            @ConfigProperty(name = "depositary.database.direct-url") Optional<String> direct,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String username,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.settings = new LeaderLoop.Database(direct.orElse(url), username, password);
    }

    /** URL and credentials. */
    public LeaderLoop.Database settings() {
        return settings;
    }
}
