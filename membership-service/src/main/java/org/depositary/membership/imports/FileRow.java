package org.depositary.membership.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A row of a file. */
sealed interface FileRow {

    /** Where it begins, from 1. */
    int line();

    /** @param fields what it says, under the names that the interface has for it */
    record Readable(int line, ObjectNode fields) implements FileRow {}

    record Unreadable(int line, String reason) implements FileRow {}
}
