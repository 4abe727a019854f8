package org.depositary.gateway.read;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.log.LogCursors;

/**
 * The point on both time axes that a request asks about, as it was found.
 *
 * @param resumption where to go on streaming from after an answer of this moment: nothing is missed
 */
public record ReadPosition(ResolvedAsOf asOf, Cursor resumption) {

    /**
     * How far the read models are; the epoch of the position that was named, if the log knows it; and the last entry that
     * was recorded by an instant, if there is one. What is later in the log than that may have been recorded before the
     * instant, by another service.
     */
    private static final String PLACES = """
            SELECT served.epoch, served.seq, recorded.epoch AS recorded_epoch, recorded.seq AS recorded_seq,
                   (SELECT coalesce(c.epoch, h.epoch) FROM change_head h LEFT JOIN change c ON c.seq = :position::bigint
                    WHERE h.seq >= :position::bigint) AS position_epoch,
                   set_config('%s', coalesce(:position::bigint, served.seq)::text, true)
            FROM %s LEFT JOIN LATERAL (
                SELECT c.epoch, c.seq FROM change c
                WHERE c.latest <= :recorded::timestamptz AND c.seq <= coalesce(:position::bigint, served.seq)
                ORDER BY c.latest DESC, c.seq DESC LIMIT 1
            ) recorded ON true
            """.formatted(ResolvedAsOf.SETTING, LogCursors.SERVED);

    /** Begins the transaction and finds the moment there, ahead of the first question of it: in one round trip with it. */
    static NamedSql finding(AsOf asked, NamedSql question) {
        var places = NamedSql.of(PLACES)
                .with("position", asked.position().map(Cursor::seq).orElse(null))
                .with(
                        "recorded",
                        asked.recorded().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
        return NamedSql.of(GatewayDatabase.BEGIN).then(places).then(question);
    }

    /** Reads the answers to {@link #finding} up to that of the question, which is then at hand. */
    static ReadPosition found(PreparedStatement answered, AsOf asked) throws SQLException {
        answered.getMoreResults();
        try (var places = answered.getResultSet()) {
            places.next();
            var served = new Cursor(places.getString("epoch"), places.getLong("seq"));
            if (asked.position().isPresent()) {
                requireServed(asked.position().get(), served, places.getString("position_epoch"));
            }
            var asOf = new ResolvedAsOf(asked.position().orElse(served), asked.recorded(), asked.day());
            var moment = new ReadPosition(
                    asOf, asOf.recorded().isEmpty() ? asOf.position() : recordedBy(places, asOf.position()));
            answered.getMoreResults();
            return moment;
        }
    }

    private static Cursor recordedBy(ResultSet places, Cursor position) throws SQLException {
        var epoch = places.getString("recorded_epoch");
        return epoch == null ? new Cursor(position.epoch(), 0) : new Cursor(epoch, places.getLong("recorded_seq"));
    }

    private static void requireServed(Cursor cursor, Cursor served, String epoch) {
        if (!cursor.epoch().equals(epoch)) {
            throw Problem.of(ProblemType.UNKNOWN_CURSOR, "The cursor %s is not of this register".formatted(cursor));
        }
        if (cursor.seq() > served.seq()) {
            throw Problem.of(ProblemType.NOT_YET_PROJECTED, "The read models have not reached %s".formatted(cursor));
        }
    }
}
