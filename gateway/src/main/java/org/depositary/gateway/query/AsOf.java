package org.depositary.gateway.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
            %1$s.seq_from <= :seq::bigint AND %1$s.recorded_from <= :instant
            AND (%1$s.seq_to > :seq::bigint OR %1$s.recorded_to > :instant)""";

    /** The condition on a table of versions that leaves those known at this point, at most one of each thing. */
    static String known(String alias) {
        return KNOWN.formatted(alias);
    }

    Sql bind(Sql sql) {
        return sql.with("seq", position.seq()).with("instant", instant()).with("day", on);
    }

    /** With the type of the columns: a text would be read as an instant again for every row. The last one is infinity. */
    private OffsetDateTime instant() {
        return recorded.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(OffsetDateTime.MAX);
    }
}
