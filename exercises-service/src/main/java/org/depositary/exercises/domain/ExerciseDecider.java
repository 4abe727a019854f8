package org.depositary.exercises.domain;

import org.depositary.eventsourcing.Decider;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.Fact;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactDecider;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;

/** One exercise in a stream of its own. Whatever is recorded or corrected, its parts fit together and within limits. */
public final class ExerciseDecider {

    /** Decides what is stated about one exercise. */
    public static final Decider<FactCommand<Exercise>, FactStream<Exercise>, FactEvent<Exercise>> DECIDER =
            FactDecider.withInvariant(attempt ->
                    attempt.after().standing().stream().map(Fact::statement).forEach(ExerciseDecider::check));

    private ExerciseDecider() {}

    /** @throws Problem that points at everything that is wrong with the exercise */
    public static void check(Exercise exercise) {
        var violations = exercise.violations().stream()
                .map(violation -> new Flaw(violation.pointer(), violation.detail()))
                .toList();
        if (!violations.isEmpty()) {
            throw Problem.of(ProblemType.INVALID, violations);
        }
    }
}
