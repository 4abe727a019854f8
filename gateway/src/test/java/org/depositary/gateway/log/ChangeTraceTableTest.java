package org.depositary.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.depositary.eventsourcing.telemetry.TraceParent;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ChangeTraceTableTest {

    private static final TraceParent FIRST = new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    private static final TraceParent SECOND =
            new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4737-00f067aa0ba902b8-01");
    /** Beyond the entries of other tests. */
    private static final long SEQ = 1_000_000_000;

    @Inject
    DataSource dataSource;

    @Inject
    ChangeTraceTable off;

    @Inject
    ChangeTraceRetention retention;

    private final ChangeTraceTable on = new ChangeTraceTable(false);

    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    @Test
    void traces_are_found_by_their_range() throws SQLException {
        undone(connection -> {
            on.save(connection, Map.of(SEQ, FIRST, SEQ + 1, SECOND));
            assertThat(on.between(connection, SEQ - 1, SEQ)).isEqualTo(Map.of(SEQ, FIRST));
            assertThat(on.between(connection, SEQ, SEQ + 5)).isEqualTo(Map.of(SEQ + 1, SECOND));
        });
    }

    @Test
    void an_event_that_gets_the_seq_of_another_replaces_its_trace() throws SQLException {
        undone(connection -> {
            on.save(connection, Map.of(SEQ, FIRST));
            on.save(connection, Map.of(SEQ, SECOND));
            assertThat(on.between(connection, SEQ - 1, SEQ)).isEqualTo(Map.of(SEQ, SECOND));
        });
    }

    @Test
    void without_telemetry_nothing_is_read() throws SQLException {
        undone(connection -> {
            on.save(connection, Map.of(SEQ, FIRST));
            assertThat(off.isOn()).isFalse();
            assertThat(off.between(connection, SEQ - 1, SEQ)).isEmpty();
        });
    }

    @Test
    void old_traces_are_deleted() throws SQLException {
        undone(connection -> {
            on.save(connection, Map.of(SEQ, FIRST, SEQ + 1, SECOND));
            try (var statement = connection.createStatement()) {
                statement.execute("UPDATE change_trace SET at = at - interval '61 minutes' WHERE seq = " + SEQ);
            }
            assertThat(retention.deleteBatch(connection, 10)).isEqualTo(1);
            assertThat(on.between(connection, SEQ - 1, SEQ + 1)).isEqualTo(Map.of(SEQ + 1, SECOND));
        });
    }

    private void undone(Work work) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.with(connection);
            } finally {
                connection.rollback();
            }
        }
    }
}
