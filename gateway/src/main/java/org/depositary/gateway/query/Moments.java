package org.depositary.gateway.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.gateway.projection.Cursor;
import org.depositary.gateway.projection.Database;
import org.depositary.gateway.projection.Positions;

/** Finds the point on both time axes that a request asks about. */
@ApplicationScoped
class Moments {

    /**
     * How far the read models are, and the last entry that was recorded by an instant, if there is one. What is later in
     * the log than that may have been recorded before the instant, by another service.
     */
    private static final String PLACES = """
            SELECT served.epoch, served.seq, recorded.epoch AS recorded_epoch, recorded.seq AS recorded_seq
            FROM %s LEFT JOIN LATERAL (
                SELECT c.epoch, c.seq FROM change c WHERE c.latest <= ? AND c.seq <= coalesce(?, served.seq)
                ORDER BY c.latest DESC, c.seq DESC LIMIT 1
            ) recorded ON true
            """.formatted(Positions.SERVED);

    /** What a request says of its moment; where it says nothing, that of now. */
    private record Asked(Optional<Cursor> position, Optional<Instant> recorded, Optional<LocalDate> on) {

        static Asked of(Reading reading) {
            var position = reading.knownAt().flatMap(Cursor::parse);
            var recorded = position.isPresent() ? Optional.<String>empty() : reading.knownAt();
            return new Asked(position, recorded.map(Moments::instant), reading.day());
        }

        /** All pages of a list are of the moment of the first. */
        static Asked of(PageToken token) {
            var asOf = token.asOf();
            return new Asked(Optional.of(asOf.position()), asOf.recorded(), Optional.of(asOf.on()));
        }
    }

    private final Positions positions;

    Moments(Positions positions) {
        this.positions = positions;
    }

    /**
     * Begins a transaction: makes it a snapshot, and finds the moment there, in one round trip. A position that was named is
     * looked at by another.
     *
     * @param token of the page before, whose moment goes before all else
     */
    Snapshot begin(Connection connection, Reading reading, Optional<PageToken> token) throws SQLException {
        var asked = token.map(Asked::of).orElseGet(() -> Asked.of(reading));
        try (var select = connection.prepareStatement(Database.SNAPSHOT + "; " + PLACES)) {
            select.setObject(
                    1,
                    asked.recorded().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
                    Types.TIMESTAMP_WITH_TIMEZONE);
            select.setObject(2, asked.position().map(Cursor::seq).orElse(null), Types.BIGINT);
            var row = secondResult(select);
            row.next();
            var served = new Cursor(row.getString("epoch"), row.getLong("seq"));
            if (asked.position().isPresent()) {
                requireServed(connection, asked.position().get(), served);
            }
            var asOf = new AsOf(
                    asked.position().orElse(served),
                    asked.recorded(),
                    asked.on().orElseGet(() -> LocalDate.now(Clock.systemUTC())));
            var resumption = asOf.recorded().isEmpty() ? asOf.position() : recordedBy(row, asOf.position());
            return new Snapshot(connection, asOf, resumption, reading.languages());
        }
    }

    private static ResultSet secondResult(PreparedStatement statements) throws SQLException {
        statements.execute();
        statements.getMoreResults();
        return statements.getResultSet();
    }

    private static Cursor recordedBy(ResultSet row, Cursor position) throws SQLException {
        var epoch = row.getString("recorded_epoch");
        return epoch == null ? new Cursor(position.epoch(), 0) : new Cursor(epoch, row.getLong("recorded_seq"));
    }

    private void requireServed(Connection connection, Cursor cursor, Cursor served) throws SQLException {
        if (!positions.knows(connection, cursor)) {
            throw Problem.of(ProblemType.UNKNOWN_CURSOR, "The cursor %s is not of this register".formatted(cursor));
        }
        if (cursor.seq() > served.seq()) {
            throw Problem.of(ProblemType.NOT_YET_PROJECTED, "The read models have not reached %s".formatted(cursor));
        }
    }

    private static Instant instant(String text) {
        try {
            // A plus sign that was not encoded arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw BadQuery.of(
                    "known-at", "'%s' is neither an instant such as 2026-01-31T12:00:00Z nor a cursor".formatted(text));
        }
    }
}
