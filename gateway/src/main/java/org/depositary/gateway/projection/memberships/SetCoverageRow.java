package org.depositary.gateway.projection.memberships;

/**
 * A row of table {@code set_coverage}: the time for which a data set speaks.
 *
 * @param covers an EDTF interval
 */
record SetCoverageRow(String setId, String covers) {}
