package org.depositary.gateway.read.exercises;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.NamedSql;
import org.depositary.vocabulary.parties.PartyLookup;

/**
 * Selects exercises. An empty list or value selects all.
 *
 * @param series part of the name of the series
 * @param organizations ids of organisations under which the exercise was held
 * @param party canonical code of a party that took part, itself or as a member of an organisation
 * @param roles roles of that party, or of any party if none is given
 * @param from selects exercises that may have taken place on this day or later
 * @param to selects exercises that may have taken place on this day or earlier
 * @param place part of the name of a place, or a state
 * @param minStrength minimum number of reported troops, by the highest report
 * @param onDay selects only exercises that certainly or possibly took place on the day of the read
 */
public record ExerciseFilter(
        List<String> kinds,
        List<String> statuses,
        Optional<String> series,
        List<String> organizations,
        Optional<String> party,
        List<String> roles,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> place,
        Optional<BoundingBox> box,
        Optional<Long> minStrength,
        boolean onDay) {

    public static final List<String> KINDS = List.of("exercise", "rescue-exercise", "operation", "observation-mission");
    public static final List<String> STATUSES = List.of("announced", "scheduled", "running", "completed", "cancelled");
    public static final List<String> ROLES = List.of("host", "participant", "observer", "monitor", "planner");

    NamedSql bind(NamedSql sql) {
        return sql.withAny("kinds", kinds)
                .withAny("statuses", statuses)
                .withText("series", series.map(ExerciseFilter::escapeLike))
                .withAny("organizations", organizations)
                .withText("party", party)
                .withAny("roles", roles)
                .withDate("from", from)
                .withDate("to", to)
                .withText("place", place.map(ExerciseFilter::escapeLike))
                .withText("country", place.flatMap(ExerciseFilter::state))
                .withDegrees("west", box.map(BoundingBox::west))
                .withDegrees("south", box.map(BoundingBox::south))
                .withDegrees("east", box.map(BoundingBox::east))
                .withDegrees("north", box.map(BoundingBox::north))
                .withNumber("minStrength", minStrength)
                .with("onDay", onDay);
    }

    /** The code of the state that the text names. Empty if the text does not name a state. */
    private static Optional<String> state(String text) {
        try {
            return Optional.of(PartyLookup.resolve(text, Optional.empty()).code());
        } catch (IllegalArgumentException noParty) {
            return Optional.empty();
        }
    }

    /** Escapes a text for LIKE, so that every character matches itself. */
    private static String escapeLike(String text) {
        return text.strip().replaceAll("[%_\\\\]", "\\\\$0");
    }
}
