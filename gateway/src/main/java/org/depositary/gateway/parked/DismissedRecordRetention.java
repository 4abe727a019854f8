package org.depositary.gateway.parked;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.depositary.eventsourcing.retention.RetentionRule;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Deletes records that an administrator has dismissed. Parked records are never deleted. */
@ApplicationScoped
class DismissedRecordRetention implements RetentionRule {

    private final Duration retention;

    DismissedRecordRetention(
            @ConfigProperty(name = "depositary.parked.dismissed-retention", defaultValue = "365d") Duration retention) {
        this.retention = retention;
    }

    @Override
    public String rows() {
        return "dismissed-records";
    }

    @Override
    public Duration retention() {
        return retention;
    }

    @Override
    public int deleteBatch(Connection connection, int limit) throws SQLException {
        // The table has few rows, so it needs no index on dismissed_at.
        var sql = """
                DELETE FROM dismissed WHERE ctid = ANY (ARRAY(
                    SELECT ctid FROM dismissed WHERE dismissed_at < clock_timestamp() - make_interval(secs => ?)
                    LIMIT ? FOR UPDATE SKIP LOCKED))
                """;
        try (var delete = connection.prepareStatement(sql)) {
            delete.setDouble(1, retention.toSeconds());
            delete.setInt(2, limit);
            return delete.executeUpdate();
        }
    }
}
