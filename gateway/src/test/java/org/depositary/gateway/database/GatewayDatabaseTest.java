package org.depositary.gateway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.depositary.testing.ConnectionPoolRenewal;
import org.depositary.testing.RealPostgresAndKafka;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class GatewayDatabaseTest {

    @Inject
    GatewayDatabase database;

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    @Test
    void reads_whose_sessions_end_keep_no_connection_of_the_pool() throws SQLException {
        for (int i = 0; i < 2 * connections; i++) {
            assertThatThrownBy(() -> database.reading(GatewayDatabaseTest::endOwnSession))
                    .isInstanceOf(SQLException.class);
        }
        ConnectionPoolRenewal.replaceBroken(dataSource, connections);
    }

    @Test
    void transactions_whose_sessions_end_keep_no_connection_of_the_pool() throws SQLException {
        for (int i = 0; i < 2 * connections; i++) {
            assertThatThrownBy(() -> database.transaction(GatewayDatabaseTest::endOwnSession))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> database.autoCommit(GatewayDatabaseTest::endOwnSession))
                    .isInstanceOf(SQLException.class);
        }
        ConnectionPoolRenewal.replaceBroken(dataSource, connections);
    }

    /** Exports and other queries of these connections are planned as PostgreSQL plans by default. */
    @Test
    void connections_have_the_default_planner_settings() throws SQLException {
        assertThat(database.autoCommit(GatewayDatabaseTest::changedPlannerSettings))
                .isEmpty();
        // Every connection of the pool may have had a transaction with fixed plans before.
        for (int i = 0; i < 2 * connections; i++) {
            assertThat(database.snapshot(GatewayDatabaseTest::changedPlannerSettings))
                    .containsExactly("enable_seqscan", "plan_cache_mode");
            database.transaction(connection -> {
                GatewayDatabase.fixPlans(connection);
                return null;
            });
            assertThat(database.autoCommit(GatewayDatabaseTest::changedPlannerSettings))
                    .isEmpty();
        }
    }

    private static List<String> changedPlannerSettings(Connection connection) throws SQLException {
        var sql = """
                SELECT name FROM pg_settings
                WHERE category LIKE 'Query Tuning%' AND setting IS DISTINCT FROM boot_val ORDER BY name
                """;
        try (var select = connection.prepareStatement(sql)) {
            var rows = select.executeQuery();
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static Void endOwnSession(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pg_backend_pid())");
            statement.execute("SELECT 1");
            return null;
        }
    }
}
