package org.depositary.eventsourcing.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.depositary.eventsourcing.background.BackgroundLoop;

/**
 * Applies every {@link RetentionRule} on a thread of its own: at the start, and then every ten minutes. Small batches
 * with pauses leave the database to the commands.
 */
@ApplicationScoped
public class RetentionLoops {

    private static final int BATCH = 500;
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(100);
    private static final Duration BETWEEN_CHECKS = Duration.ofMinutes(10);

    private final DataSource dataSource;
    private final List<BackgroundLoop> loops;

    RetentionLoops(@All List<RetentionRule> rules, DataSource dataSource, MeterRegistry registry) {
        this.dataSource = dataSource;
        this.loops = rules.stream().map(rule -> loop(rule, registry)).toList();
    }

    void start(@Observes StartupEvent event) {
        loops.forEach(BackgroundLoop::start);
    }

    void stop(@Observes ShutdownEvent event) {
        loops.forEach(BackgroundLoop::close);
    }

    /** Applies all rules now. */
    public void wake() {
        loops.forEach(BackgroundLoop::wake);
    }

    private BackgroundLoop loop(RetentionRule rule, MeterRegistry registry) {
        var deleted = Counter.builder("depositary.retention.deleted")
                .description("Rows that were deleted after their retention")
                .tag("rows", rule.rows())
                .register(registry);
        return new BackgroundLoop("retention-" + rule.rows(), () -> {
            int rows = deleteBatch(rule);
            deleted.increment(rows);
            return rows == 0 ? BETWEEN_CHECKS : BETWEEN_BATCHES;
        });
    }

    private int deleteBatch(RetentionRule rule) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int rows = rule.deleteBatch(connection, BATCH);
                connection.commit();
                return rows;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
