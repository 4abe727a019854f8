package org.depositary.gateway.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.depositary.eventsourcing.retention.RetentionRule;

/** Deletes traces that projectors and streams no longer need. */
@ApplicationScoped
class ChangeTraceRetention implements RetentionRule {

    @Override
    public String rows() {
        return "traces";
    }

    @Override
    public Duration retention() {
        return Duration.ofHours(1);
    }

    @Override
    public int deleteBatch(Connection connection, int limit) throws SQLException {
        var sql = """
                DELETE FROM change_trace WHERE seq = ANY (ARRAY(
                    SELECT seq FROM change_trace WHERE at < clock_timestamp() - make_interval(secs => ?)
                    ORDER BY seq LIMIT ? FOR UPDATE SKIP LOCKED))
                """;
        try (var delete = connection.prepareStatement(sql)) {
            delete.setDouble(1, retention().toSeconds());
            delete.setInt(2, limit);
            return delete.executeUpdate();
        }
    }
}
