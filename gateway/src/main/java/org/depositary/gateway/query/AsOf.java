package org.depositary.gateway.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.depositary.gateway.projection.Cursor;

/**
 * A point on both time axes.
 *
 * @param position what had reached this register: a place in the change log, which never changes its answer
 * @param recorded besides, what had been recorded up to and at this instant; empty for all
 * @param on the effective day
 */
record AsOf(Cursor position, Optional<Instant> recorded, LocalDate on) {

    private static final String KNOWN = """
            %1$s.seq_from <= :seq::bigint AND %1$s.recorded_from <= :instant::timestamptz
            AND (%1$s.seq_to > :seq::bigint OR %1$s.recorded_to > :instant::timestamptz)""";

    /** The condition on a table of versions that leaves those known at this point, at most one of each thing. */
    static String known(String alias) {
        return KNOWN.formatted(alias);
    }

    Sql bind(Sql sql) {
        return sql.with("seq", position.seq())
                .with("instant", recorded.map(Instant::toString).orElse("infinity"))
                .with("day", on);
    }
}
