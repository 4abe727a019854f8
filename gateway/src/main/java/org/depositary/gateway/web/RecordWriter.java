package org.depositary.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.Set;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.changes.FactKey;

/** Writes records in other representations than JSON. */
public interface RecordWriter {

    /**
     * A record that was read.
     *
     * @param key its kind and id. A party and a passage have kinds, too: {@code party}, {@code passage}
     * @param answer the JSON of the same read
     * @param version the version of its stream; empty if it has none
     */
    record ReadRecord(
            FactKey key, JsonNode answer, String version, Snapshot snapshot, CommonReadParameters parameters) {}

    /** The representations that this writer writes. No other writer writes them. */
    Set<Representation> representations();

    String write(ReadRecord read, Representation representation) throws SQLException;
}
