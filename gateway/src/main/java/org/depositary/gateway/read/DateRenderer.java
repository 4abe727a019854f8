package org.depositary.gateway.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Replaces the dates in a recorded statement by objects with their bounds, as clients get them. The name of a field
 * decides whether it is a date.
 */
public final class DateRenderer {

    private static final Set<String> POINTS = Set.of(
            "effective",
            "adopted",
            "terminated",
            "founded",
            "decided",
            "signed",
            "ratified",
            "inForce",
            "invoked",
            "date",
            "from",
            "to",
            "until",
            "joined",
            "left");
    private static final Set<String> PERIODS = Set.of("dates", "period");

    private DateRenderer() {}

    /**
     * Objects whose field names are languages or parties and not our own field names. One language code is {@code to}
     * (Tongan).
     */
    private static final Set<String> OPAQUE = Set.of("names", "shares");

    /** Returns a copy in which date objects replace EDTF expressions, at any depth. Sources are copied unchanged. */
    public static ObjectNode in(ObjectNode statement) {
        var rendered = JsonNodeFactory.instance.objectNode();
        statement.properties().forEach(field -> rendered.set(field.getKey(), in(field.getKey(), field.getValue())));
        return rendered;
    }

    private static JsonNode in(String field, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return OPAQUE.contains(field) ? object : in(object);
        }
        if (value.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(in(field, element)));
            return array;
        }
        if (value.isTextual() && POINTS.contains(field)) {
            return JsonFieldReader.tree(EffectiveDate.parse(value.asText()));
        }
        return value.isTextual() && PERIODS.contains(field)
                ? JsonFieldReader.tree(EffectivePeriod.parse(value.asText()))
                : value;
    }
}
