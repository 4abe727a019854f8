package org.depositary.membership.domain.institutions;

import org.depositary.eventsourcing.Decider;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.Fact;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactDecider;
import org.depositary.facts.FactEvent;
import org.depositary.facts.Ledger;
import org.depositary.vocabulary.Flaws;

/** Whatever is recorded, corrected or preferred about an institution, its parts fit together and within limits. */
public final class Institutions {

    /** Decides about the facts of one stream, of whichever kind they are. */
    public static final Decider<FactCommand<InstitutionalFact>, Ledger<InstitutionalFact>, FactEvent<InstitutionalFact>>
            DECIDER = FactDecider.keeping(attempt ->
            attempt.after().standing().stream().map(Fact::statement).forEach(Institutions::check));

    private Institutions() {}

    /** @throws Problem that points at everything that is wrong with it */
    public static void check(InstitutionalFact fact) {
        var flaws = new Flaws();
        fact.check(flaws);
        var found = flaws.found().stream()
                .map(flaw -> new Flaw(flaw.pointer(), flaw.detail()))
                .toList();
        if (!found.isEmpty()) {
            throw Problem.of(ProblemType.INVALID, found);
        }
    }
}
