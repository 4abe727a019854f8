package org.depositary.membership.domain.institutions;

import org.depositary.eventsourcing.Decider;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.Fact;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactDecider;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.vocabulary.validation.ViolationCollector;

/** Decides the commands on institutional facts. After each command every fact must be valid. */
public final class InstitutionDecider {

    /** The decider for a stream of institutional facts. It serves every kind. */
    public static final Decider<
                    FactCommand<InstitutionalFact>, FactStream<InstitutionalFact>, FactEvent<InstitutionalFact>>
            DECIDER = FactDecider.withInvariant(attempt ->
            attempt.after().standing().stream().map(Fact::statement).forEach(InstitutionDecider::validate));

    private InstitutionDecider() {}

    /**
     * Validates the statement.
     *
     * @throws Problem with a pointer to each violation
     */
    public static void validate(InstitutionalFact fact) {
        var violations = new ViolationCollector();
        fact.check(violations);
        var found = violations.list().stream()
                .map(violation -> new Flaw(violation.pointer(), violation.detail()))
                .toList();
        if (!found.isEmpty()) {
            throw Problem.of(ProblemType.INVALID, found);
        }
    }
}
