package org.depositary.exercises.domain;

import java.util.Optional;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.parties.Place;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * A phase of an exercise: place, dates and length.
 *
 * @param days the length in days, if the source gives it instead of dates
 */
public record Phase(Place place, Optional<Period> dates, Optional<Integer> days) {

    private static final int MOST_DAYS = 100_000;

    void check(ViolationCollector violations, String pointer) {
        place.check(violations, pointer + "/place");
        days.ifPresent(length -> violations.require(
                length >= 0 && length <= MOST_DAYS, pointer + "/days", "0 to %d days.".formatted(MOST_DAYS)));
    }
}
