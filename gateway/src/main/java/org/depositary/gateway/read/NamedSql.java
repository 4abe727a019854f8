package org.depositary.gateway.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A statement with named parameters such as {@code :organization}. A collection becomes a text array. An empty
 * optional becomes null, and the statement then ignores that filter.
 */
public final class NamedSql {

    private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    /** A statement for the driver, with the parameter names in the order of its question marks. */
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

    /** A null with its SQL type. Without the type the driver would prepare and plan the statement again. */
    private record TypedNull(String type) {}

    /** Caches parsed statements. All texts are constants or composed of constants, so this map stays small. */
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

    public NamedSql withText(String name, Optional<String> value) {
        return optional(name, value, "varchar");
    }

    public NamedSql withDate(String name, Optional<LocalDate> value) {
        return optional(name, value, "date");
    }

    public NamedSql withInstant(String name, Optional<Instant> value) {
        return optional(name, value.map(instant -> instant.atOffset(ZoneOffset.UTC)), "timestamptz");
    }

    public NamedSql withNumber(String name, Optional<Long> value) {
        return optional(name, value, "int8");
    }

    public NamedSql withDegrees(String name, Optional<Double> value) {
        return optional(name, value, "float8");
    }

    /** Sets a filter by a list. An empty list becomes null, and the statement then selects all. */
    public NamedSql withAny(String name, List<String> values) {
        return optional(name, Optional.of(values).filter(list -> !list.isEmpty()), "_text");
    }

    private NamedSql optional(String name, Optional<?> value, String type) {
        return with(name, value.isPresent() ? value.get() : new TypedNull(type));
    }

    /**
     * Appends another statement, to execute both in one round trip. Parameters with the same name have the same value
     * in both.
     */
    public NamedSql then(NamedSql other) {
        var both = of(text + ";\n" + other.text);
        both.values.putAll(values);
        both.values.putAll(other.values);
        return both;
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        var positional = POSITIONAL.computeIfAbsent(text, Positional::of);
        var statement = connection.prepareStatement(positional.text());
        int index = 1;
        for (var name : positional.names()) {
            bind(statement, index++, name);
        }
        return statement;
    }

    private void bind(PreparedStatement statement, int index, String name) throws SQLException {
        switch (values.get(name)) {
            case null -> throw new IllegalStateException("No value for the parameter :" + name);
            case TypedNull(var type) -> statement.setNull(index, Types.OTHER, type);
            case Collection<?> list ->
                statement.setArray(index, statement.getConnection().createArrayOf("text", list.toArray()));
            case Object value -> statement.setObject(index, value);
        }
    }
}
