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

/**
 * Decides the commands on one exercise. Each exercise has its own stream. Rejects a command after which the exercise
 * would not be valid.
 */
public final class ExerciseDecider {

    public static final Decider<FactCommand<Exercise>, FactStream<Exercise>, FactEvent<Exercise>> DECIDER =
            FactDecider.withInvariant(attempt ->
                    attempt.after().standing().stream().map(Fact::statement).forEach(ExerciseDecider::validate));

    private ExerciseDecider() {}

    /**
     * Validates the exercise.
     *
     * @throws Problem with a pointer to each violation
     */
    public static void validate(Exercise exercise) {
        var violations = exercise.violations().stream()
                .map(violation -> new Flaw(violation.pointer(), violation.detail()))
                .toList();
        if (!violations.isEmpty()) {
            throw Problem.of(ProblemType.INVALID, violations);
        }
    }
}
