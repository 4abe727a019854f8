package org.depositary.gateway.graph.limits;

/**
 * Limits of one GraphQL document.
 *
 * @param depth the maximum number of fields within each other
 * @param cost the maximum cost of the operation that is most costly
 * @param aliases the maximum number of aliases
 * @param operations the maximum number of operations
 */
public record DocumentLimits(int depth, int cost, int aliases, int operations) {}
