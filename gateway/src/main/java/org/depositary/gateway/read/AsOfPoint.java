package org.depositary.gateway.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.depositary.gateway.log.Cursor;

/**
 * Selects what a read sees: a point on both time axes, and the languages of names.
 *
 * @param position position in the change log, at which an answer never changes; empty for the newest position that
 *     every read model has reached
 * @param recorded excludes facts that were recorded after this instant; empty for no limit
 * @param day the effective day (UTC)
 * @param languages the preferred languages of names
 */
public record AsOfPoint(
        Optional<Cursor> position, Optional<Instant> recorded, LocalDate day, LanguagePreference languages) {

    public AsOfPoint at(Cursor known) {
        return new AsOfPoint(Optional.of(known), recorded, day, languages);
    }

    /** The instant up to which facts count. The greatest possible instant if the request gives none. */
    private OffsetDateTime instant() {
        return recorded.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(OffsetDateTime.MAX);
    }

    /**
     * Sets the parameters {@code :instant} and {@code :day} as typed values, because PostgreSQL would parse a text
     * again for every row.
     */
    NamedSql bind(NamedSql sql) {
        return sql.with("instant", instant()).with("day", day);
    }
}
