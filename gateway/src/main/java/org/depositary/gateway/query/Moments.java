package org.depositary.gateway.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
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
import org.depositary.gateway.projection.Positions;

/** Finds the point on both time axes that a request asks about. */
@ApplicationScoped
class Moments {

    private final Positions positions;

    Moments(Positions positions) {
        this.positions = positions;
    }

    /** @param token of the page before, whose moment goes before all else */
    AsOf asked(Connection connection, Reading reading, Optional<PageToken> token) throws SQLException {
        var served = positions.cursor(connection);
        if (token.isPresent()) {
            requireServed(connection, token.get().asOf().position(), served);
            return token.get().asOf();
        }
        var day = reading.day().orElseGet(() -> LocalDate.now(Clock.systemUTC()));
        var cursor = reading.knownAt().flatMap(Cursor::parse);
        if (cursor.isPresent()) {
            requireServed(connection, cursor.get(), served);
            return new AsOf(cursor.get(), Optional.empty(), day);
        }
        return new AsOf(served, reading.knownAt().map(Moments::instant), day);
    }

    /** Where to go on streaming from after this answer: nothing is missed. */
    Cursor resumption(Connection connection, AsOf asOf) throws SQLException {
        if (asOf.recorded().isEmpty()) {
            return asOf.position();
        }
        // What is later in the log than this may have been recorded before the instant, by another service.
        var sql = """
                SELECT epoch, seq FROM change WHERE latest <= ? AND seq <= ?
                ORDER BY latest DESC, seq DESC LIMIT 1
                """;
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, asOf.recorded().get().atOffset(ZoneOffset.UTC));
            select.setLong(2, asOf.position().seq());
            var row = select.executeQuery();
            return row.next()
                    ? new Cursor(row.getString(1), row.getLong(2))
                    : new Cursor(asOf.position().epoch(), 0);
        }
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
