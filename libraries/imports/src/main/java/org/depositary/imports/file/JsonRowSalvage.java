package org.depositary.imports.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/** Extracts the fields that identify the subject of a row from a row that is not valid JSON or not UTF-8. */
final class JsonRowSalvage {

    private final Pattern field;
    private final ObjectMapper mapper;

    JsonRowSalvage(List<String> subjectFields, ObjectMapper mapper) {
        this.field = Pattern.compile(
                "\"(" + String.join("|", subjectFields) + ")\"\\s*:\\s*(?:\"([^\"\\\\]*)\"|([0-9]+)\\b)");
        this.mapper = mapper;
    }

    ObjectNode fields(String text) {
        try {
            if (mapper.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException invalid) {
            // The row is not valid JSON, so its fields are searched in the text below.
        }
        var fields = mapper.createObjectNode();
        field.matcher(text)
                .results()
                .forEach(match -> fields.put(match.group(1), match.group(2) == null ? match.group(3) : match.group(2)));
        return fields;
    }
}
