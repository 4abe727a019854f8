package org.depositary.gateway.projection;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.depositary.eventsourcing.background.BackgroundLoop;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.LogProgress;
import org.depositary.gateway.log.ReadModelGeneration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Drops the schemas of older generations of read models when no gateway reads them any more (ADR 31). A gateway of any
 * version reads the {@code position} table of its own generation several times per second. So a schema is not in use when
 * PostgreSQL's counters of its reads do not change between two checks.
 */
@ApplicationScoped
class OldReadModelDropper {

    private static final Logger LOG = Logger.getLogger(OldReadModelDropper.class);
    private static final int AFTER_PROJECTIONS = 3_000;

    private final GatewayDatabase database;
    private final LogProgress progress;
    private final Duration dropUnreadAfter;
    private final BackgroundLoop loop = new BackgroundLoop("old-read-models", this::tryToDropUnread);
    private Map<String, String> countersBefore = Map.of();

    OldReadModelDropper(
            GatewayDatabase database,
            LogProgress progress,
            @ConfigProperty(name = "depositary.read-models.drop-unread-after", defaultValue = "1h")
                    Duration dropUnreadAfter) {
        this.database = database;
        this.progress = progress;
        this.dropUnreadAfter = dropUnreadAfter;
    }

    void onStart(@Observes @Priority(AFTER_PROJECTIONS) StartupEvent event) {
        loop.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        loop.close();
    }

    /**
     * Tries to drop unread schemas. A failure is not retried sooner, because a drop that waits for its lock makes
     * queries wait.
     */
    private Duration tryToDropUnread() {
        try {
            dropUnread();
        } catch (SQLException | RuntimeException failure) {
            LOG.warnf("Cannot drop old read models; the next attempt is in %s: %s", dropUnreadAfter, failure);
        }
        return dropUnreadAfter;
    }

    /**
     * Drops each older schema that no gateway has read since the last call. Drops none before the current read models
     * are built.
     */
    synchronized void dropUnread() throws SQLException {
        var counters = database.autoCommit(OldReadModelDropper::readCounters);
        for (var schema : counters.entrySet()) {
            boolean unread = schema.getValue().equals(countersBefore.get(schema.getKey()));
            if (unread && progress.haveCaughtUp()) {
                drop(schema.getKey());
            }
        }
        countersBefore = counters;
    }

    /** The read counters of older schemas, by schema name. Empty if this PostgreSQL does not count reads. */
    private static Map<String, String> readCounters(Connection connection) throws SQLException {
        var sql = """
                SELECT schemaname, concat_ws(' ', sum(seq_scan), sum(idx_scan), max(last_seq_scan), max(last_idx_scan))
                FROM pg_stat_all_tables
                WHERE schemaname ~ '^rm_[0-9]{1,9}$' AND current_setting('track_counts') = 'on'
                GROUP BY schemaname
                """;
        try (var select = connection.prepareStatement(sql)) {
            var counters = new HashMap<String, String>();
            var rows = select.executeQuery();
            while (rows.next()) {
                if (ReadModelGeneration.isOlder(rows.getString(1))) {
                    counters.put(rows.getString(1), rows.getString(2));
                }
            }
            return counters;
        }
    }

    private void drop(String schema) throws SQLException {
        database.transaction(connection -> {
            try (var statement = connection.createStatement()) {
                // Limits the wait for locks, because all later queries would wait behind this statement while a long
                // query or backup runs.
                statement.execute("SET LOCAL lock_timeout = '5s'");
                statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
            }
            return null;
        });
        LOG.infof("Dropped the read models %s: no gateway read them for %s", schema, dropUnreadAfter);
    }
}
