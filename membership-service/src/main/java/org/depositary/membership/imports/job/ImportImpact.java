package org.depositary.membership.imports.job;

import java.util.Collection;
import org.depositary.membership.imports.decision.DecisionStep;
import org.depositary.membership.imports.decision.PartyDecision;

/**
 * How much of what a set states an import takes back.
 *
 * @param retracted facts
 * @param moved effective dates
 */
public record ImportImpact(int retracted, int moved) {

    static final ImportImpact NONE = new ImportImpact(0, 0);

    /** More than so many are needed to hold an import. */
    private static final int FEW = 10;
    /** And more than one in so many. */
    private static final int ONE_IN = 10;

    static ImportImpact of(Collection<PartyDecision> decisions) {
        return decisions.stream().map(decision -> ofSteps(decision.steps())).reduce(NONE, ImportImpact::plus);
    }

    static ImportImpact ofSteps(Collection<DecisionStep> steps) {
        int retracted = 0;
        int moved = 0;
        for (var step : steps) {
            if (step instanceof DecisionStep.Gone) {
                retracted++;
            } else if (step instanceof DecisionStep.Moved(var said, var wanted)) {
                moved += said.change().effective().equals(wanted.change().effective()) ? 0 : 1;
            }
        }
        return new ImportImpact(retracted, moved);
    }

    ImportImpact plus(ImportImpact other) {
        return new ImportImpact(retracted + other.retracted, moved + other.moved);
    }

    /**
     * Whether an import of this impact waits for somebody to release it.
     *
     * @param stated how many facts the set states
     */
    boolean isHeld(int stated) {
        return isMany(retracted, stated) || isMany(moved, stated);
    }

    private static boolean isMany(int count, int stated) {
        return count > FEW && (long) count * ONE_IN > stated;
    }
}
