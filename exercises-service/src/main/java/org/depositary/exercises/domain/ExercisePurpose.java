package org.depositary.exercises.domain;

import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.validation.Violation;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * A declared or assessed purpose of an exercise that has its own sources.
 *
 * @param exercise the id of the exercise
 * @param party who declared the purpose
 */
public record ExercisePurpose(String exercise, PurposeView view, String text, Optional<Party> party)
        implements ExerciseFact {

    private static final int LONGEST = 5_000;

    @Override
    public List<Violation> violations() {
        var violations = new ViolationCollector();
        violations.checkText("#/text", Optional.of(text), LONGEST);
        return violations.list();
    }
}
