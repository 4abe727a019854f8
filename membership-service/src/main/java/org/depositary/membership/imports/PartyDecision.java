package org.depositary.membership.imports;

import java.util.List;

/**
 * What is to be done about one party in the organisation of a unit.
 *
 * @param rejected rows that add nothing, or contradict others
 */
record PartyDecision(String party, List<Outcome> rejected, List<Step> steps) {}
