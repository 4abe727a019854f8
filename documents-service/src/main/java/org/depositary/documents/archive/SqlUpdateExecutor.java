package org.depositary.documents.archive;

import java.sql.Connection;
import java.sql.SQLException;
import org.depositary.eventsourcing.store.DatabaseFailure;

/** Runs SQL statements that return no rows. */
final class SqlUpdateExecutor {

    private SqlUpdateExecutor() {}

    static int update(Connection connection, String sql, Object... values) {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }
}
