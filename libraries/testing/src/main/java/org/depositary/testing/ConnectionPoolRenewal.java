package org.depositary.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import javax.sql.DataSource;

/** Lets a connection pool replace connections whose database sessions a test has ended. */
public final class ConnectionPoolRenewal {

    private ConnectionPoolRenewal() {}

    /**
     * Uses every connection of the pool. The pool replaces a broken connection only after a failed use, which would
     * otherwise hit a later request or a later test.
     *
     * @param size the number of connections in the pool
     */
    public static void replaceBroken(DataSource pool, int size) throws SQLException {
        var all = new ArrayList<Connection>();
        try {
            for (int i = 0; i < size; i++) {
                all.add(pool.getConnection());
            }
        } finally {
            for (var connection : all) {
                use(connection);
            }
        }
    }

    private static void use(Connection connection) throws SQLException {
        try (connection;
                var statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        } catch (SQLException ended) {
            // The failure is expected: because of it the pool replaces this connection.
        }
    }
}
