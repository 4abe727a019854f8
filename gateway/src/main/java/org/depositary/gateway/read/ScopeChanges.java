package org.depositary.gateway.read;

import java.sql.SQLException;
import org.depositary.gateway.log.Cursor;

/**
 * Finds out whether an answer of an earlier position is still the same, without reading it. An answer depends on the changes
 * of its scope alone, so it is unchanged if none of them came after that position. The lookup touches at most two entries of
 * the index of table {@code change_key} for each key.
 *
 * <p>A parked stream is an exception, because its replay changes answers of earlier positions. An answer that was read while
 * a stream was parked is never known to be unchanged.
 */
public record ScopeChanges(Snapshot snapshot) {

    // A row has the changes of 512 positions as bits. In the row of the position itself, only later bits count. The
    // order
    // makes PostgreSQL choose the primary key of the log, also when it plans for an empty table.
    private static final String FIND = """
            SELECT coalesce((SELECT c.epoch FROM change c WHERE c.seq >= :seq AND c.seq <= :seq ORDER BY c.seq LIMIT 1),
                            h.epoch) = :epoch AS known, EXISTS (
                SELECT FROM change_key k WHERE k.key = ANY (:keys) AND k.block >= :block
                AND (k.block > :block OR bit_count(substring(k.seqs FROM :next_bit)) > 0)) AS changed
            FROM change_head h
            """;

    private static final int BLOCK = 512;

    private record Found(boolean known, boolean changed) {}

    /**
     * Whether an answer at the earlier position equals that at the position of the snapshot. False if this is unknown.
     *
     * @param earlier the position of an answer with {@link ReadPosition#complete}
     */
    public boolean noneSince(Cursor earlier, ReadScope scope) throws SQLException {
        if (!scope.logOnly()) {
            return false;
        }
        if (scope.keys().isEmpty()) {
            return snapshot.position().complete() && earlier.equals(position());
        }
        var found = snapshot.first(statement(earlier, scope), row -> new Found(row.flag("known"), row.flag("changed")))
                .orElse(new Found(false, true));
        return snapshot.position().complete()
                && (earlier.equals(position())
                        || (found.known()
                                && !found.changed()
                                && earlier.seq() < position().seq()));
    }

    private Cursor position() throws SQLException {
        return snapshot.position().asOf().position().orElseThrow();
    }

    static NamedSql statement(Cursor earlier, ReadScope scope) {
        return NamedSql.of(FIND)
                .with("epoch", earlier.epoch())
                .with("seq", earlier.seq())
                .with("keys", scope.keys().orElseThrow())
                .with("block", (int) (earlier.seq() / BLOCK))
                .with("next_bit", (int) (earlier.seq() % BLOCK) + 2);
    }
}
