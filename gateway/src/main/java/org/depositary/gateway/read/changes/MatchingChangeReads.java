package org.depositary.gateway.read.changes;

import java.sql.SQLException;
import java.util.List;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.Snapshot;

/** Finds the last changes that a filter selects. The cost follows the number of changes, not the length of the log. */
public record MatchingChangeReads(Snapshot snapshot) {

    /** The position after the last possible one. */
    public static final long END = Long.MAX_VALUE;

    private static final String COLUMNS = "SELECT c.epoch, c.seq, c.event_id, c.latest ";

    private static final String OF_LOG = COLUMNS + """
            FROM change c WHERE c.seq < :before AND c.seq <= current_setting('depositary.seq')::bigint
            ORDER BY c.seq DESC LIMIT :limit
            """;

    private static final String OF_FILTER = COLUMNS + """
            FROM matching_changes_before(least(:before - 1, current_setting('depositary.seq')::bigint),
                :organizations::text[], :parties::text[], :kinds::text[], :types::text[], :limit) c
            """;

    /** The last matching changes before a position that the snapshot contains, the newest first. */
    public List<MatchingChange> before(long before, ChangeFilter filter, int limit) throws SQLException {
        var sql = NamedSql.of(filter.namesValues() ? OF_FILTER : OF_LOG)
                .with("before", before)
                .with("limit", limit)
                .with("organizations", filter.organizations())
                .with("parties", filter.parties())
                .with("kinds", filter.kinds())
                .with("types", filter.types());
        return snapshot.list(sql, MatchingChange::read);
    }
}
