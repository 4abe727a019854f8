package org.depositary.gateway.projection.memberships;

import org.depositary.gateway.projection.facts.DateBound;

/**
 * A row of table {@code set_coverage}: the time for which a data set speaks.
 *
 * @param covers an EDTF interval
 * @param coveredUntil the last day for which the set speaks
 */
record SetCoverageRow(String setId, String covers, DateBound coveredUntil) {

    static SetCoverageRow of(String setId, String covers) {
        return new SetCoverageRow(setId, covers, CoveredTime.lastDay(covers));
    }
}
