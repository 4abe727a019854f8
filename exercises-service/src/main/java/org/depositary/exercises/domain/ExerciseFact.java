package org.depositary.exercises.domain;

import java.util.List;
import java.util.stream.Stream;
import org.depositary.facts.StatementWithWarnings;
import org.depositary.vocabulary.parties.DatedParty;
import org.depositary.vocabulary.validation.Violation;

/** A statement about one exercise. All facts about an exercise are in its stream. */
public sealed interface ExerciseFact extends StatementWithWarnings
        permits Exercise, ExerciseStep, Participation, ExercisePhase, ExercisePurpose, ExerciseMerge {

    /** Returns the violations of rules that the types of the fields do not already enforce. */
    List<Violation> violations();

    /** Returns the parties that the fact names with a date. By default there are none. */
    default Stream<DatedParty> parties() {
        return Stream.empty();
    }

    @Override
    default List<String> warnings() {
        return DatedParty.warnings(parties());
    }
}
