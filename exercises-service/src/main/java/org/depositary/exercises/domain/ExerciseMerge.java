package org.depositary.exercises.domain;

import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.validation.Violation;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * The decision of a curator that two records are about one exercise. Its retraction undoes it.
 *
 * @param exercise the id of the merged record
 * @param into the id of the record that represents both
 */
public record ExerciseMerge(String exercise, String into, Optional<String> note) implements ExerciseFact {

    @Override
    public List<Violation> violations() {
        var violations = new ViolationCollector();
        violations.require(!exercise.equals(into), "#/into", "A record cannot be merged into itself.");
        violations.checkText("#/note", note, ExerciseStep.LONGEST_NOTE);
        return violations.list();
    }
}
