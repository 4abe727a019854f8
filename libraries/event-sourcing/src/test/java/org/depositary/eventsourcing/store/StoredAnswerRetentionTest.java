package org.depositary.eventsourcing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.depositary.eventsourcing.retention.RetentionLoops;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Answers under idempotency keys are deleted after 30 days, and not before. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "counting"))
class StoredAnswerRetentionTest {

    /** More than two batches. */
    private static final int OLD = 1_200;

    @Inject
    DataSource dataSource;

    @Inject
    RetentionLoops retention;

    @Inject
    MeterRegistry metrics;

    @Test
    void old_answers_are_deleted_in_batches_and_counted() throws SQLException {
        var subject = UUID.randomUUID().toString();
        store(subject, "old", OLD, 31);
        store(subject, "recent", 3, 29);
        double before = deleted();
        retention.wake();
        await().untilAsserted(() -> assertThat(count(subject, "old")).isZero());
        assertThat(count(subject, "recent")).isEqualTo(3);
        await().untilAsserted(() -> assertThat(deleted()).isGreaterThanOrEqualTo(before + OLD));
    }

    private double deleted() {
        return metrics.get("depositary.retention.deleted")
                .tag("rows", "idempotency-answers")
                .counter()
                .count();
    }

    private void store(String subject, String key, int rows, int daysAgo) throws SQLException {
        var sql = """
                INSERT INTO command (subject, key, request_hash, status, response, at)
                SELECT ?, ? || n, 'hash', 201, '{}', clock_timestamp() - make_interval(days => ?)
                FROM generate_series(1, ?) AS n
                """;
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setString(1, subject);
            insert.setString(2, key);
            insert.setInt(3, daysAgo);
            insert.setInt(4, rows);
            insert.executeUpdate();
        }
    }

    private int count(String subject, String key) throws SQLException {
        var sql = "SELECT count(*) FROM command WHERE subject = ? AND starts_with(key, ?)";
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, subject);
            select.setString(2, key);
            var row = select.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }
}
