package org.depositary.imports.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A row of an import file, parsed but not yet validated. */
public sealed interface FileRow {

    /** The line on which the row begins, from 1. */
    int line();

    /**
     * A row that could be parsed.
     *
     * @param fields the values, under their JSON field names
     */
    record Readable(int line, ObjectNode fields) implements FileRow {}

    /**
     * A row that could not be parsed.
     *
     * @param reason the error for the report
     * @param fields the fields that could be salvaged; their values may be damaged
     */
    record Unreadable(int line, String reason, ObjectNode fields) implements FileRow {

        Unreadable(int line, String reason) {
            this(line, reason, JsonNodeFactory.instance.objectNode());
        }
    }
}
