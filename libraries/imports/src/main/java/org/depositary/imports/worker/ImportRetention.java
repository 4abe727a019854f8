package org.depositary.imports.worker;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.retention.RetentionRule;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.ImportUnitStore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes the reports of finished imports, and their rows that are still staged. An import whose report is deleted
 * cannot be undone.
 *
 * <p>Three things stay: the import with its counts, the table {@code set_fact}, with which the next file of a set is
 * compared, and every import that waits for a release.
 */
@ApplicationScoped
class ImportRetention implements RetentionRule {

    private final Duration retention;

    ImportRetention(@ConfigProperty(name = "depositary.imports.retention", defaultValue = "365d") Duration retention) {
        this.retention = retention;
    }

    @Override
    public String rows() {
        return "import-outcomes";
    }

    @Override
    public Duration retention() {
        return retention;
    }

    @Override
    public int deleteBatch(Connection connection, int limit) {
        var sql = new ImportSql(connection);
        return halfDeleted(sql)
                .or(() -> expireNext(sql))
                .map(id -> delete(sql, id, limit))
                .orElse(0);
    }

    private static Optional<UUID> halfDeleted(ImportSql sql) {
        return sql.first("""
                SELECT id FROM import WHERE expired_at IS NOT NULL AND NOT emptied
                ORDER BY expired_at LIMIT 1 FOR UPDATE SKIP LOCKED
                """, ImportRetention::id);
    }

    /** Locks the import, so that a request to undo it comes either before or after. */
    private Optional<UUID> expireNext(ImportSql sql) {
        return sql.first("""
                UPDATE import SET expired_at = clock_timestamp() WHERE id = (
                    SELECT id FROM import
                    WHERE expired_at IS NULL AND status IN ('completed', 'failed', 'undone')
                      AND finished_at < clock_timestamp() - make_interval(secs => ?)
                    ORDER BY finished_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id
                """, ImportRetention::id, (double) retention.toSeconds());
    }

    private int delete(ImportSql sql, UUID id, int limit) {
        int outcomes = sql.update("""
                DELETE FROM import_outcome WHERE ctid = ANY (ARRAY(
                    SELECT ctid FROM import_outcome WHERE import = ? LIMIT ?))
                """, id, limit);
        if (outcomes == limit) {
            return outcomes;
        }
        sql.update("DELETE FROM import_rows WHERE import = ?", id);
        sql.update("DELETE FROM import_rejected_rows WHERE import = ?", id);
        new ImportUnitStore(sql).replaceByCounts(id);
        sql.update("UPDATE import SET emptied = true WHERE id = ?", id);
        // Counts the import too: it may have no outcomes, and the next one may have some.
        return outcomes + 1;
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject(1, UUID.class);
    }
}
