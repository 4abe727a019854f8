package org.depositary.eventsourcing.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.depositary.eventsourcing.retention.RetentionRule;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes answers that are stored under idempotency keys. Afterwards the same request under the same key counts as a
 * new one, so the retention must be longer than any client retries a command.
 */
@ApplicationScoped
class StoredAnswerRetention implements RetentionRule {

    private final Duration retention;

    StoredAnswerRetention(
            @ConfigProperty(name = "depositary.idempotency.retention", defaultValue = "30d") Duration retention) {
        this.retention = retention;
    }

    @Override
    public String rows() {
        return "idempotency-answers";
    }

    @Override
    public Duration retention() {
        return retention;
    }

    @Override
    public int deleteBatch(Connection connection, int limit) throws SQLException {
        var sql = """
                DELETE FROM command WHERE ctid = ANY (ARRAY(
                    SELECT ctid FROM command WHERE at < clock_timestamp() - make_interval(secs => ?)
                    ORDER BY at LIMIT ? FOR UPDATE SKIP LOCKED))
                """;
        try (var delete = connection.prepareStatement(sql)) {
            delete.setDouble(1, retention.toSeconds());
            delete.setInt(2, limit);
            return delete.executeUpdate();
        }
    }
}
