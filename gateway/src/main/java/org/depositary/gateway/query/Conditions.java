package org.depositary.gateway.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a WHERE asks for, as far as the request asks for it. */
final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    Conditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** The condition, where its value is asked for. */
    Conditions and(String condition, String name, Optional<?> value) {
        return value.isEmpty() ? this : and(condition).value(name, value.get());
    }

    /** The condition, where any values are asked for. */
    Conditions andAny(String condition, String name, List<?> wanted) {
        return wanted.isEmpty() ? this : and(condition).value(name, wanted);
    }

    Conditions value(String name, Object value) {
        values.put(name, value);
        return this;
    }

    String text() {
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }

    Map<String, Object> values() {
        return values;
    }
}
