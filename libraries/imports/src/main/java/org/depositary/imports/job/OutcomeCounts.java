package org.depositary.imports.job;

/**
 * The outcomes of a unit, by kind.
 *
 * @param rejected the number of rejected lines; all other components count changes
 */
public record OutcomeCounts(int accepted, int known, int corrected, int retracted, int kept, int rejected) {}
