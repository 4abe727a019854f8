package org.depositary.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.Set;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.changes.FactKey;
import org.depositary.gateway.web.parameters.CommonReadParameters;
import org.depositary.gateway.web.representation.Representation;

/** Writes records in other representations than JSON. */
public interface RecordWriter {

    /**
     * A record that was read.
     *
     * @param key its kind and id. A party and a passage have kinds, too: {@code party}, {@code passage}
     * @param found what the read found
     * @param answer the same as JSON
     * @param version the version of its stream; empty if it has none
     */
    record ReadRecord(
            FactKey key,
            Object found,
            JsonNode answer,
            String version,
            Snapshot snapshot,
            CommonReadParameters parameters) {}

    /** The representations that this writer writes. No other writer writes them. */
    Set<Representation> representations();

    String write(ReadRecord read, Representation representation) throws SQLException;
}
