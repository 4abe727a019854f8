package org.depositary.eventsourcing.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.util.PGobject;

/** The values of a statement, set one after the other. */
final class Values {

    private final PreparedStatement statement;
    private int position;

    Values(PreparedStatement statement) {
        this.statement = statement;
    }

    Values text(String value) throws SQLException {
        statement.setString(++position, value);
        return this;
    }

    Values number(int value) throws SQLException {
        statement.setInt(++position, value);
        return this;
    }

    Values value(Object value) throws SQLException {
        statement.setObject(++position, value);
        return this;
    }

    Values json(String text) throws SQLException {
        return typed("json", text);
    }

    Values jsonb(String text) throws SQLException {
        return typed("jsonb", text);
    }

    private Values typed(String type, String text) throws SQLException {
        var value = new PGobject();
        value.setType(type);
        value.setValue(text);
        return value(value);
    }

    /** Of strings or numbers, not objects: those the driver sends as they are, without quoting each into one text. */
    Values array(String type, Object[] elements) throws SQLException {
        statement.setArray(++position, statement.getConnection().createArrayOf(type, elements));
        return this;
    }
}
