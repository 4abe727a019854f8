package org.depositary.eventsourcing.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.postgresql.util.PGobject;

/** Sets the parameters of a statement one after the other, so that callers do not have to count them. */
final class StatementParameters {

    private final PreparedStatement statement;
    private int position;

    StatementParameters(PreparedStatement statement) {
        this.statement = statement;
    }

    StatementParameters text(String value) throws SQLException {
        statement.setString(++position, value);
        return this;
    }

    StatementParameters number(int value) throws SQLException {
        statement.setInt(++position, value);
        return this;
    }

    StatementParameters value(Object value) throws SQLException {
        statement.setObject(++position, value);
        return this;
    }

    StatementParameters json(String text) throws SQLException {
        return typed("json", text);
    }

    StatementParameters jsonb(String text) throws SQLException {
        return typed("jsonb", text);
    }

    private StatementParameters typed(String type, String text) throws SQLException {
        var value = new PGobject();
        value.setType(type);
        value.setValue(text);
        return value(value);
    }

    <T> StatementParameters texts(Collection<T> from, Function<T, String> text) throws SQLException {
        return array("text", from.stream().map(text).toArray(String[]::new));
    }

    <T> StatementParameters numbers(Collection<T> from, Function<T, Integer> number) throws SQLException {
        return array("int4", from.stream().map(number).toArray(Integer[]::new));
    }

    /** Sets an array. Its elements must be strings or numbers, because the driver does not quote other elements. */
    private StatementParameters array(String type, Object[] elements) throws SQLException {
        statement.setArray(++position, statement.getConnection().createArrayOf(type, elements));
        return this;
    }
}
