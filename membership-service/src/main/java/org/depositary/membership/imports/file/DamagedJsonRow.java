package org.depositary.membership.imports.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Finds the fields of a row that is not JSON, or not UTF-8, which tell what it is about. */
final class DamagedJsonRow {

    private static final Pattern FIELD =
            Pattern.compile("\"(organization|party|year|effective)\"\\s*:\\s*(?:\"([^\"\\\\]*)\"|([0-9]+)\\b)");

    private DamagedJsonRow() {}

    static ObjectNode fields(String text, ObjectMapper mapper) {
        try {
            if (mapper.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException broken) {
            // Some fields of it may be whole.
        }
        var fields = mapper.createObjectNode();
        FIELD.matcher(text)
                .results()
                .forEach(field -> fields.put(field.group(1), field.group(2) == null ? field.group(3) : field.group(2)));
        return fields;
    }
}
