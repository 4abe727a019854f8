package org.depositary.gateway.projection.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.depositary.gateway.projection.LogRangeProjector;

/** Writes the organisations, parties, types and kinds of each change into {@code change_key}, for the filters. */
@ApplicationScoped
public class ChangeKeysProjector implements LogRangeProjector {

    @Override
    public String name() {
        return "change-keys";
    }

    @Override
    public void project(Connection connection, long after, long upTo) throws SQLException {
        try (var add = connection.prepareStatement("SELECT add_change_keys(?, ?)")) {
            add.setLong(1, after);
            add.setLong(2, upTo);
            add.execute();
        }
    }
}
