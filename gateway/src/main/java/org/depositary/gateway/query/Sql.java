package org.depositary.gateway.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A statement with named parameters, {@code :organization}; a collection is an array of text. */
final class Sql {

    private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    private final String text;
    private final Map<String, Object> values = new HashMap<>();

    private Sql(String text) {
        this.text = text;
    }

    static Sql of(String text) {
        return new Sql(text);
    }

    Sql with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    Sql with(Map<String, ?> all) {
        values.putAll(all);
        return this;
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        var positional = NAME.matcher(text).replaceAll(name -> {
            names.add(name.group(1));
            return "?";
        });
        var statement = connection.prepareStatement(positional);
        for (int i = 0; i < names.size(); i++) {
            statement.setObject(i + 1, value(connection, names.get(i)));
        }
        return statement;
    }

    private Object value(Connection connection, String name) throws SQLException {
        if (!values.containsKey(name)) {
            throw new IllegalStateException("No value for :" + name);
        }
        return values.get(name) instanceof Collection<?> collection
                ? connection.createArrayOf("text", List.copyOf(collection).toArray())
                : values.get(name);
    }
}
