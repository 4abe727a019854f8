package org.depositary.gateway.read;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.Cursor;

/**
 * The position in the change log at which a request reads.
 *
 * @param asOf the requested point, with its position filled in
 * @param resumption cursor from which a stream continues after this response without a gap
 * @param complete whether no stream is parked. The replay of a parked stream changes answers of earlier positions
 */
public record ReadPosition(AsOfPoint asOf, Cursor resumption, boolean complete) {

    /**
     * Finds three things for a read: the position that all read models have reached, the epoch of the requested position if the log contains it, and the last entry recorded up to an instant. Later entries may have been
     * recorded before that instant, by another service. Also stores the position in {@code depositary.seq}, for the
     * queries of this transaction.
     */
    private static final String FIND = """
            SELECT served.epoch, served.seq, recorded.epoch AS recorded_epoch, recorded.seq AS recorded_seq,
                   (SELECT coalesce(c.epoch, h.epoch) FROM change_head h LEFT JOIN change c ON c.seq = :position::bigint
                    WHERE h.seq >= :position::bigint) AS position_epoch,
                   NOT EXISTS (SELECT FROM parked_stream) AS complete,
                   set_config('depositary.seq', coalesce(:position::bigint, served.seq)::text, true)
            FROM served_position() served LEFT JOIN LATERAL (
                SELECT c.epoch, c.seq FROM change c
                WHERE c.latest <= :recorded::timestamptz AND c.seq <= coalesce(:position::bigint, served.seq)
                ORDER BY c.latest DESC, c.seq DESC LIMIT 1
            ) recorded ON true
            """;

    /** Begins the transaction, finds the position, and executes the first query, all in one round trip. */
    static NamedSql before(NamedSql question, AsOfPoint asOf) {
        var find = NamedSql.of(FIND)
                .withNumber("position", asOf.position().map(Cursor::seq))
                .withInstant("recorded", asOf.recorded());
        return NamedSql.of(GatewayDatabase.BEGIN).then(find).then(question);
    }

    /**
     * Reads the results of {@link #before}, up to the first result of the query. Throws a problem if the requested
     * cursor is unknown or not reached yet.
     */
    static ReadPosition read(PreparedStatement executed, AsOfPoint requested) throws SQLException {
        // Skips the results of the two statements of GatewayDatabase.BEGIN.
        executed.getMoreResults();
        executed.getMoreResults();
        try (var row = executed.getResultSet()) {
            row.next();
            var served = new Cursor(row.getString("epoch"), row.getLong("seq"));
            if (requested.position().isPresent()) {
                requireServed(requested.position().get(), served, row.getString("position_epoch"));
            }
            var position = requested.position().orElse(served);
            var resumption = requested.recorded().isEmpty() ? position : recordedBy(row, position);
            boolean complete = row.getBoolean("complete");
            executed.getMoreResults();
            return new ReadPosition(requested.at(position), resumption, complete);
        }
    }

    private static Cursor recordedBy(ResultSet row, Cursor position) throws SQLException {
        var epoch = row.getString("recorded_epoch");
        return epoch == null ? new Cursor(position.epoch(), 0) : new Cursor(epoch, row.getLong("recorded_seq"));
    }

    private static void requireServed(Cursor cursor, Cursor served, String epoch) {
        if (!cursor.isStart() && !cursor.epoch().equals(epoch)) {
            throw Problem.of(
                    ProblemType.UNKNOWN_CURSOR, "The cursor %s was not issued by this register".formatted(cursor));
        }
        if (cursor.seq() > served.seq()) {
            throw Problem.of(ProblemType.NOT_YET_PROJECTED, "The read models have not reached %s".formatted(cursor));
        }
    }
}
