package org.depositary.gateway.read.changes;

import java.sql.SQLException;
import java.util.List;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.Snapshot;

/** Reads changes with their content, by position. */
public record LoggedChangeReads(Snapshot snapshot) {

    /** The subquery is a lookup by key for each change. A join could read the whole table. */
    private static final String AT = """
            SELECT c.epoch, c.seq, c.event_id, c.type, c.stream_id, c.recorded_at, c.organizations, c.parties,
                   coalesce(c.cloudevent -> 'data', 'null') AS data,
                   (SELECT f.change FROM fact_change f WHERE f.seq = c.seq) AS fact_change
            FROM change c WHERE c.seq = ANY (:positions::text[]::bigint[]) ORDER BY c.seq DESC
            """;

    /** The changes at these positions, the newest first. */
    public List<LoggedChange> at(List<MatchingChange> changes) throws SQLException {
        var positions = changes.stream().map(MatchingChange::seq).toList();
        return snapshot.list(NamedSql.of(AT).with("positions", positions), LoggedChange::read);
    }
}
