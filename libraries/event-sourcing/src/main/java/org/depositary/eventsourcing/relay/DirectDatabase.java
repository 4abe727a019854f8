package org.depositary.eventsourcing.relay;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How to reach the service's database without the pool, as leaders have to. */
@ApplicationScoped
public class DirectDatabase {

    private final LeaderLoop.Database settings;

    DirectDatabase(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String username,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.settings = new LeaderLoop.Database(url, username, password);
    }

    /** URL and credentials. */
    public LeaderLoop.Database settings() {
        return settings;
    }
}
