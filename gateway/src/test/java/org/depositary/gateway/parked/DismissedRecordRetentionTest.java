package org.depositary.gateway.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.depositary.eventsourcing.retention.RetentionLoops;
import org.depositary.testing.RealPostgresAndKafka;
import org.depositary.testing.ServiceMetricsReader;
import org.junit.jupiter.api.Test;

/** Dismissed records are deleted after a year, and not before. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class DismissedRecordRetentionTest {

    @Inject
    DataSource dataSource;

    @Inject
    RetentionLoops retention;

    @TestHTTPResource(management = true)
    URI management;

    @Test
    void an_old_dismissed_record_is_deleted_and_counted() throws SQLException {
        var topic = UUID.randomUUID().toString();
        dismissed(topic, 1, 366);
        dismissed(topic, 2, 364);
        retention.wake();
        await().untilAsserted(() -> assertThat(offsets(topic)).containsExactly(2L));
        await().untilAsserted(
                        () -> assertThat(new ServiceMetricsReader(management).sum("depositary_retention_deleted_total"))
                                .isPositive());
    }

    private void dismissed(String topic, long offset, int daysAgo) throws SQLException {
        var sql = """
                INSERT INTO dismissed (topic_id, part, off, reason, detail, headers, parked_at, dismissed_at,
                                       dismissed_by, dismissal_reason)
                VALUES (?, 0, ?, 'malformed', 'No event', '{}', clock_timestamp() - make_interval(days => 400),
                        clock_timestamp() - make_interval(days => ?), 'an administrator', 'A test')
                """;
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setString(1, topic);
            insert.setLong(2, offset);
            insert.setInt(3, daysAgo);
            insert.executeUpdate();
        }
    }

    private List<Long> offsets(String topic) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("SELECT off FROM dismissed WHERE topic_id = ?")) {
            select.setString(1, topic);
            var rows = select.executeQuery();
            var offsets = new ArrayList<Long>();
            while (rows.next()) {
                offsets.add(rows.getLong(1));
            }
            return offsets;
        }
    }
}
