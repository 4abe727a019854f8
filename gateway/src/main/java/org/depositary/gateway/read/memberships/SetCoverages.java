package org.depositary.gateway.read.memberships;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.Snapshot;

/**
 * The coverages of all data sets, by set. They are read before the spans, in the same round trip. A lookup for each span
 * would cost more, because a register has few sets and a page has many spans.
 */
public record SetCoverages(Map<String, String> bySet) {

    private static final String ALL = "SELECT c.set_id, c.covers FROM set_coverages_at(:instant) c";

    public static NamedSql statement() {
        return NamedSql.of(ALL);
    }

    /** Reads the next result, which must be that of {@link #statement}. */
    public static SetCoverages read(Snapshot.Results results) throws SQLException {
        return new SetCoverages(results.next(row -> Map.entry(row.text("set_id"), row.text("covers"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
