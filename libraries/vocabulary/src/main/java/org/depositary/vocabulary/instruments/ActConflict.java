package org.depositary.vocabulary.instruments;

import java.util.List;

/**
 * An act that cannot follow the earlier acts of the party.
 *
 * @param offending the act that is not possible
 * @param with the earlier acts that make it impossible; empty if an act is missing
 * @param because the reason, as a clause
 */
public record ActConflict(DatedAct offending, List<DatedAct> with, String because) {}
