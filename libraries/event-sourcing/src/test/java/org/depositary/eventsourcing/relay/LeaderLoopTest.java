package org.depositary.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "counting"))
class LeaderLoopTest {

    @Inject
    DirectDatabaseSettings database;

    private final List<Connection> used = new CopyOnWriteArrayList<>();

    private boolean use(Connection connection) {
        if (!used.contains(connection)) {
            used.add(connection);
        }
        return false;
    }

    @Test
    void a_failed_round_closes_the_connection_and_the_next_one_leads_on_another() throws SQLException {
        try (var loop = new LeaderLoop("failing", database.settings(), connection -> {
            use(connection);
            if (used.size() == 1) {
                throw new IllegalStateException("The first round fails");
            }
            return false;
        })) {
            loop.start();
            await().until(() -> used.size() == 2);
            assertThat(used.getFirst().isClosed()).isTrue();
            await().until(() -> loop.failingFor().isZero());
            assertThat(loop.isLeading()).isTrue();
        }
    }

    @Test
    void closing_hands_the_lead_to_another() throws SQLException {
        var first = new LeaderLoop("closing", database.settings(), this::use);
        try (first;
                var second = new LeaderLoop("closing", database.settings(), this::use)) {
            first.start();
            await().until(first::isLeading);
            second.start();
            first.close();
            assertThat(first.isLeading()).isFalse();
            await().until(() -> used.size() == 2);
            assertThat(used.getFirst().isClosed()).isTrue();
            assertThat(second.isLeading()).isTrue();
        }
    }
}
