package org.depositary.membership.imports.decision;

import java.util.Collection;
import java.util.List;
import org.depositary.imports.job.ImportImpact;
import org.depositary.membership.imports.report.ImportOutcome;

/**
 * The decision of an import for one party in one organisation.
 *
 * @param rejected the outcomes of rows that repeat or contradict other rows
 */
record PartyImportDecision(String party, List<ImportOutcome> rejected, List<DecisionStep> steps) {

    static ImportImpact impact(Collection<PartyImportDecision> decisions) {
        return decisions.stream().map(PartyImportDecision::impact).reduce(ImportImpact.NONE, ImportImpact::plus);
    }

    private ImportImpact impact() {
        int retracted = 0;
        int moved = 0;
        for (var step : steps) {
            if (step instanceof DecisionStep.Retracted) {
                retracted++;
            } else if (step instanceof DecisionStep.Corrected(var before, var after)
                    && !before.change().effective().equals(after.change().effective())) {
                moved++;
            }
        }
        return new ImportImpact(retracted, moved);
    }
}
