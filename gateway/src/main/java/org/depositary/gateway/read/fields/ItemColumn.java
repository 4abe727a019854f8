package org.depositary.gateway.read.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A CSV column.
 *
 * @param parent the path of the object that has the field
 * @param field the name of the field
 * @param others if the column is for all further fields of the object: the fields that have columns of their own
 * @param joinsArray whether an array of texts or numbers is one text with separators, and not JSON
 */
record ItemColumn(List<String> parent, String field, Set<String> others, boolean joinsArray) {

    private static final String SEPARATOR = ";";

    String name() {
        return parent.isEmpty() ? field : String.join(".", parent) + "." + field;
    }

    boolean isFurtherFields() {
        return !others.isEmpty();
    }

    /** The text of the cell. Null if the item has no value there. */
    String cell(JsonNode item) {
        var object = item;
        for (var part : parent) {
            object = object.path(part);
        }
        if (isFurtherFields()) {
            return object instanceof ObjectNode fields
                    ? fields.deepCopy().remove(others).toString()
                    : null;
        }
        return cellOf(object.path(field));
    }

    private String cellOf(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isValueNode()) {
            return value.asText();
        }
        return joinsArray && isJoinable(value) ? joined(value) : value.toString();
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
