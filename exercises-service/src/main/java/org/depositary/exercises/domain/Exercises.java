package org.depositary.exercises.domain;

import org.depositary.eventsourcing.Decider;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.Fact;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactDecider;
import org.depositary.facts.FactEvent;
import org.depositary.facts.Ledger;

/** One exercise in a stream of its own. Whatever is recorded or corrected, its parts fit together and within limits. */
public final class Exercises {

    /** Decides what is stated about one exercise. */
    public static final Decider<FactCommand<Exercise>, Ledger<Exercise>, FactEvent<Exercise>> DECIDER =
            FactDecider.keeping(attempt ->
                    attempt.after().standing().stream().map(Fact::statement).forEach(Exercises::check));

    private Exercises() {}

    /** @throws Problem that points at everything that is wrong with the exercise */
    public static void check(Exercise exercise) {
        var flaws = exercise.flaws().stream()
                .map(flaw -> new Flaw(flaw.pointer(), flaw.detail()))
                .toList();
        if (!flaws.isEmpty()) {
            throw Problem.of(ProblemType.INVALID, flaws);
        }
    }
}
