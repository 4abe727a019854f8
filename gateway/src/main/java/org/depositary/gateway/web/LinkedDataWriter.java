package org.depositary.gateway.web;

import java.sql.SQLException;
import org.depositary.gateway.read.Snapshot;

/** Writes answers of reads as JSON-LD. An interface, because this package knows no vocabularies. */
public interface LinkedDataWriter {

    /**
     * Writes the answer as a JSON-LD document.
     *
     * @param snapshot the snapshot from which the answer was read
     */
    byte[] write(Object answer, Snapshot snapshot) throws SQLException;
}
