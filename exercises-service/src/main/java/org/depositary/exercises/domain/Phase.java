package org.depositary.exercises.domain;

import java.util.Optional;
import org.depositary.vocabulary.Flaws;
import org.depositary.vocabulary.Period;
import org.depositary.vocabulary.Place;

/**
 * A part of an exercise: where, when and how long.
 *
 * @param days its length, where the source tells that instead of the dates
 */
public record Phase(Place place, Optional<Period> dates, Optional<Integer> days) {

    private static final int MOST_DAYS = 100_000;

    void check(Flaws flaws, String pointer) {
        place.check(flaws, pointer + "/place");
        days.ifPresent(length -> flaws.unless(
                length >= 0 && length <= MOST_DAYS, pointer + "/days", "0 to %d days.".formatted(MOST_DAYS)));
    }
}
