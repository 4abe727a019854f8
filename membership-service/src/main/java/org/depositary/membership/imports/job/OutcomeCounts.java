package org.depositary.membership.imports.job;

/**
 * The outcomes of a unit, by kind.
 *
 * @param rejected rejected lines; all others are changes
 */
public record OutcomeCounts(int accepted, int known, int corrected, int retracted, int kept, int rejected) {}
