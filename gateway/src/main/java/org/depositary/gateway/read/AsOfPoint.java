package org.depositary.gateway.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.depositary.gateway.log.Cursor;

/**
 * What a read is as of: a point on both time axes, and the languages of names.
 *
 * @param position the position in the change log, where an answer never changes; empty for the newest that every read model
 *     has reached
 * @param recorded excludes what was recorded after this instant; empty for no such limit
 * @param day the effective day (UTC)
 */
public record AsOfPoint(Optional<Cursor> position, Optional<Instant> recorded, LocalDate day, LanguagePreference languages) {

    AsOfPoint at(Cursor known) {
        return new AsOfPoint(Optional.of(known), recorded, day, languages);
    }

    /** The greatest instant if the request names none. */
    private OffsetDateTime instant() {
        return recorded.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(OffsetDateTime.MAX);
    }

    /** Binds typed values: PostgreSQL would parse a text again for every row. */
    NamedSql bind(NamedSql sql) {
        return sql.with("instant", instant()).with("day", day);
    }
}
