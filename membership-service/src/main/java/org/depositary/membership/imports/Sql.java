package org.depositary.membership.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.store.DatabaseFailure;

/** Statements with their values, on a connection. */
record Sql(Connection connection) {

    @FunctionalInterface
    interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    int update(String sql, Object... values) {
        try (var statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    <T> List<T> list(String sql, RowMapper<T> mapper, Object... values) {
        try (var statement = prepared(sql, values)) {
            var rows = statement.executeQuery();
            var list = new ArrayList<T>();
            while (rows.next()) {
                list.add(mapper.map(rows));
            }
            return list;
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... values) {
        return list(sql, mapper, values).stream().findFirst();
    }

    /** An array of values of one PostgreSQL type; what is absent is NULL. */
    <T> Object array(String type, List<T> values, java.util.function.Function<T, Object> value) {
        try {
            return connection.createArrayOf(type, values.stream().map(value).toArray());
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
