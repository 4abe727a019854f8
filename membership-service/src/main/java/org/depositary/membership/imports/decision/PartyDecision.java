package org.depositary.membership.imports.decision;

import java.util.List;
import org.depositary.membership.imports.report.ImportOutcome;

/**
 * What is to be done about one party in the organisation of a unit.
 *
 * @param rejected rows that add nothing, or contradict others
 */
public record PartyDecision(String party, List<ImportOutcome> rejected, List<DecisionStep> steps) {}
