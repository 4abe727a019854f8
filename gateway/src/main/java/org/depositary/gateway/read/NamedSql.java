package org.depositary.gateway.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A statement with named parameters, {@code :organization}; a collection is an array of text. */
public final class NamedSql {

    private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    /** As the driver takes it, with the names in the order of its question marks. */
    private record Positional(String text, List<String> names) {
        public static Positional of(String text) {
            var names = new ArrayList<String>();
            var positional = NAME.matcher(text).replaceAll(name -> {
                names.add(name.group(1));
                return "?";
            });
            return new Positional(positional, names);
        }
    }

    /** Statements are made of parts of this code, never of what somebody asks: there are not many. */
    private static final Map<String, Positional> POSITIONAL = new ConcurrentHashMap<>();

    private final String text;
    private final Map<String, Object> values = new HashMap<>();

    private NamedSql(String text) {
        this.text = text;
    }

    public static NamedSql of(String text) {
        return new NamedSql(text);
    }

    public NamedSql with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    public NamedSql with(Map<String, ?> all) {
        values.putAll(all);
        return this;
    }

    /** This and another one, which take the same names for the same values. */
    public NamedSql then(NamedSql other) {
        return of(text + ";\n" + other.text).with(values).with(other.values);
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        var positional = POSITIONAL.computeIfAbsent(text, Positional::of);
        var statement = connection.prepareStatement(positional.text());
        for (int i = 0; i < positional.names().size(); i++) {
            statement.setObject(i + 1, value(connection, positional.names().get(i)));
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
