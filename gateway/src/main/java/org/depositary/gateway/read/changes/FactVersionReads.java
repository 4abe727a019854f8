package org.depositary.gateway.read.changes;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.Snapshot;

/** Reads versions of facts and documents, each by one lookup of its key. */
public record FactVersionReads(Snapshot snapshot) {

    /** The kind of a document. It is no kind of fact, and no fact has this kind. */
    public static final String DOCUMENT = "document";

    private static final String VERSIONS = """
            SELECT w.kind, w.id, v.statement, v.sources, v.dispute, v.recorded_from,
                   (SELECT c.recorded_at FROM change c WHERE c.seq = v.first_seq) AS first_recorded_at
            FROM unnest(:kinds::text[], :ids::text[], :positions::text[]::bigint[]) w (kind, id, seq)
            CROSS JOIN LATERAL (
                SELECT f.statement, f.sources, f.dispute, f.recorded_from, f.first_seq
                FROM fact f WHERE f.kind = w.kind AND f.id = w.id AND f.seq_from <= w.seq
                ORDER BY f.seq_from DESC LIMIT 1
            ) v
            UNION ALL
            SELECT w.kind, w.id, v.details, '[]', NULL, v.recorded_from,
                   (SELECT c.recorded_at FROM change c WHERE c.seq = v.first_seq)
            FROM unnest(:kinds::text[], :ids::text[], :positions::text[]::bigint[]) w (kind, id, seq)
            CROSS JOIN LATERAL (
                SELECT d.details, d.recorded_from, d.first_seq FROM document d
                WHERE w.kind = 'document' AND d.id = w.id AND d.seq_from <= w.seq
                ORDER BY d.seq_from DESC LIMIT 1
            ) v
            """;

    private static final String KNOWN = """
            SELECT f.kind, f.id, f.statement, f.sources, f.dispute, f.recorded_from, NULL AS first_recorded_at
            FROM unnest(:kinds::text[], :ids::text[]) w (kind, id)
            JOIN facts_at(:instant) f ON f.kind = w.kind AND f.id = w.id
            UNION ALL
            SELECT w.kind, d.id, d.details, '[]', NULL, d.recorded_from, NULL
            FROM unnest(:kinds::text[], :ids::text[]) w (kind, id)
            JOIN documents_at(:instant) d ON w.kind = 'document' AND d.id = w.id
            """;

    /** The facts as known at the point of the snapshot, without the instants of their first recordings. */
    public Map<FactKey, FactVersion> known(Collection<FactKey> keys) throws SQLException {
        var versions = new HashMap<FactKey, FactVersion>();
        if (!keys.isEmpty()) {
            var sql = NamedSql.of(KNOWN)
                    .with("kinds", keys.stream().map(FactKey::kind).toList())
                    .with("ids", keys.stream().map(FactKey::id).toList());
            snapshot.list(sql, FactVersion::read).forEach(version -> versions.put(version.key(), version));
        }
        return versions;
    }

    /** Each fact as it was after the position of its key. A fact that was not recorded then is absent. */
    public Map<FactKey, FactVersion> after(Map<FactKey, Long> positions) throws SQLException {
        var versions = new HashMap<FactKey, FactVersion>();
        if (positions.isEmpty()) {
            return versions;
        }
        var keys = List.copyOf(positions.keySet());
        var sql = NamedSql.of(VERSIONS)
                .with("kinds", keys.stream().map(FactKey::kind).toList())
                .with("ids", keys.stream().map(FactKey::id).toList())
                .with("positions", keys.stream().map(positions::get).toList());
        snapshot.list(sql, FactVersion::read).forEach(version -> versions.put(version.key(), version));
        return versions;
    }

    /** The facts as they were after one position. */
    public Map<FactKey, FactVersion> after(Collection<FactKey> keys, long position) throws SQLException {
        var positions = new HashMap<FactKey, Long>();
        keys.forEach(key -> positions.put(key, position));
        return after(positions);
    }
}
