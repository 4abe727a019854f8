package org.depositary.documents.domain.instruments;

import java.util.List;
import org.depositary.eventsourcing.Decider;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.Fact;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactDecider;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.vocabulary.validation.Violation;

/** Decides the commands on one instrument. Rejects a command after which its statement would not be valid. */
public final class InstrumentDecider {

    public static final Decider<FactCommand<Instrument>, FactStream<Instrument>, FactEvent<Instrument>> DECIDER =
            FactDecider.withInvariant(attempt ->
                    attempt.after().standing().stream().map(Fact::statement).forEach(InstrumentDecider::validate));

    public static final String PATH = "/api/instruments";

    private InstrumentDecider() {}

    /**
     * Validates the statement.
     *
     * @throws Problem with a pointer to each violation
     */
    public static void validate(Instrument statement) {
        reject(statement.violations());
    }

    static void reject(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.of(
                    ProblemType.INVALID,
                    violations.stream()
                            .map(violation -> new Flaw(violation.pointer(), violation.detail()))
                            .toList());
        }
    }
}
