package org.depositary.gateway.read.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A column of a table.
 *
 * @param parent the path of the object that has the field
 * @param field the name of the field
 * @param others if the column is for all further fields of the object: the fields that have columns of their own
 * @param isArray whether the value is an array of texts or numbers: one text with separators in CSV
 * @param type the type of the value, or of the values in the array
 */
public record ItemColumn(List<String> parent, String field, Set<String> others, boolean isArray, ValueType type) {

    private static final String SEPARATOR = ";";

    public String name() {
        return parent.isEmpty() ? field : String.join(".", parent) + "." + field;
    }

    boolean isFurtherFields() {
        return !others.isEmpty();
    }

    /** The value in the JSON of an item. Missing or null if the item has no value there. */
    public JsonNode value(JsonNode item) {
        var object = item;
        for (var part : parent) {
            object = object.path(part);
        }
        if (isFurtherFields()) {
            return object instanceof ObjectNode fields ? fields.deepCopy().remove(others) : MissingNode.getInstance();
        }
        return object.path(field);
    }

    /** The text of the CSV cell. Null if the item has no value there. */
    String cell(JsonNode item) {
        var value = value(item);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isValueNode()) {
            return value.asText();
        }
        return isArray && isJoinable(value) ? joined(value) : value.toString();
    }

    /** Whether splitting the joined text gives the same elements again. Otherwise the cell is a JSON array. */
    private static boolean isJoinable(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .allMatch(element -> element.isValueNode() && !element.isNull() && isUnambiguous(element.asText()));
    }

    private static boolean isUnambiguous(String text) {
        return !text.isEmpty() && !text.contains(SEPARATOR) && !text.startsWith("[");
    }

    private static String joined(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(SEPARATOR));
    }
}
