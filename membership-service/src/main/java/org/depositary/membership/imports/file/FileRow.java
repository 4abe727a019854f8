package org.depositary.membership.imports.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A row of a file. */
public sealed interface FileRow {

    /** Where it begins, from 1. */
    int line();

    /** @param fields what it says, under the names that the interface has for it */
    record Readable(int line, ObjectNode fields) implements FileRow {}

    /** @param fields those that can be told apart all the same; they may be damaged */
    record Unreadable(int line, String reason, ObjectNode fields) implements FileRow {

        Unreadable(int line, String reason) {
            this(line, reason, JsonNodeFactory.instance.objectNode());
        }
    }
}
