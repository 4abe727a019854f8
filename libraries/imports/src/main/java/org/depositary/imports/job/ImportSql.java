package org.depositary.imports.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.depositary.eventsourcing.store.DatabaseFailure;

/** Runs SQL statements with positional parameters on a connection. */
public record ImportSql(Connection connection) {

    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    public int update(String sql, Object... values) {
        try (var statement = prepare(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    public <T> List<T> list(String sql, RowMapper<T> mapper, Object... values) {
        try (var statement = prepare(sql, values)) {
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

    public <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... values) {
        return list(sql, mapper, values).stream().findFirst();
    }

    /** Returns a parameter of type text[], for any type that PostgreSQL casts from text. Empty values become NULL. */
    public <T> Object texts(List<T> items, Function<T, Optional<String>> text) {
        return array(
                "text",
                items.stream().map(item -> text.apply(item).orElse(null)).toArray(String[]::new));
    }

    /** Returns a parameter of type int[]. Empty values become NULL. */
    public <T> Object numbers(List<T> items, Function<T, Optional<Integer>> number) {
        return array(
                "int4",
                items.stream().map(item -> number.apply(item).orElse(null)).toArray(Integer[]::new));
    }

    public Object longs(List<Long> numbers) {
        return array("int8", numbers.toArray(Long[]::new));
    }

    // The array must have a specific type, not Object[]. The driver then sends it in binary form, without quoting
    // each element into a string.
    private Object array(String type, Object[] values) {
        try {
            return connection.createArrayOf(type, values);
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
