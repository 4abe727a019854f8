package org.depositary.gateway.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a WHERE asks for, as far as the request asks for it. */
public final class WhereClause {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    public WhereClause and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** The condition, where its value is asked for. */
    public WhereClause and(String condition, String name, Optional<?> value) {
        return value.isEmpty() ? this : and(condition).value(name, value.get());
    }

    /** The condition, where any values are asked for. */
    public WhereClause andAny(String condition, String name, List<?> wanted) {
        return wanted.isEmpty() ? this : and(condition).value(name, wanted);
    }

    public WhereClause value(String name, Object value) {
        values.put(name, value);
        return this;
    }

    public String text() {
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }

    public Map<String, Object> values() {
        return values;
    }

    /** Escapes a text for LIKE, so that every character matches itself. */
    public static String literal(String text) {
        return text.strip().replaceAll("[%_\\\\]", "\\\\$0");
    }
}
