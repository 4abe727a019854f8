package org.depositary.gateway.database;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.depositary.gateway.database.GatewayDatabase.Work;

/**
 * Runs transactions on the database with the state of clients that is not on Kafka. Unlike the gateway's own database, it
 * cannot be built again.
 */
@ApplicationScoped
public class ClientsDatabase {

    private final javax.sql.DataSource dataSource;

    ClientsDatabase(@DataSource("clients") javax.sql.DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs the work in one transaction: commits when it returns, rolls back when it throws. */
    public <T> T transaction(Work<T> work) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                rollBack(connection, failure);
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }
}
