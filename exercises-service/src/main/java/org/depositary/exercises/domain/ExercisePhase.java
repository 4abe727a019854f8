package org.depositary.exercises.domain;

import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.parties.Place;
import org.depositary.vocabulary.validation.Violation;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * A phase of an exercise that has its own sources.
 *
 * @param exercise the id of the exercise
 * @param days the length in days, if the source gives it instead of dates
 */
public record ExercisePhase(
        String exercise, Place place, Optional<Period> dates, Optional<Integer> days, Optional<String> note)
        implements ExerciseFact {

    @Override
    public List<Violation> violations() {
        var violations = new ViolationCollector();
        new Phase(place, dates, days).check(violations, "#");
        violations.checkText("#/note", note, ExerciseStep.LONGEST_NOTE);
        return violations.list();
    }
}
