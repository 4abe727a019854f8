package org.depositary.gateway.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.depositary.gateway.log.Cursor;

/**
 * A point on both time axes.
 *
 * @param position what had reached this register: a place in the change log, which never changes its answer
 * @param recorded besides, what had been recorded up to and at this instant; empty for all
 * @param on the effective day
 */
public record ResolvedAsOf(Cursor position, Optional<Instant> recorded, LocalDate on) {

    /**
     * Where a transaction keeps its position, so that statements find it that are sent before anybody here knows it. Only
     * {@link ReadPosition} sets it, for the time of the transaction; elsewhere a statement that looks for it fails.
     */
    static final String SETTING = "depositary.seq";

    /** The position, in a statement. */
    public static final String SEQ = "current_setting('%s')::bigint".formatted(SETTING);

    private static final String KNOWN = """
            %%1$s.seq_from <= %1$s AND %%1$s.recorded_from <= :instant
            AND (%%1$s.seq_to > %1$s OR %%1$s.recorded_to > :instant)""".formatted(SEQ);

    /** The condition on a table of versions that leaves those known at this point, at most one of each thing. */
    public static String known(String alias) {
        return KNOWN.formatted(alias);
    }
}
