package org.depositary.gateway.read.memberships;

/**
 * Selects the memberships of timelines.
 *
 * @param memberships names organisations or a party: they decide the index
 * @param withPredecessors selects also those in the organisations that the organisation continues
 * @param onDay selects only what held, at least possibly, on the day of the read
 */
public record TimelineFilter(MembershipFilter memberships, boolean withPredecessors, boolean onDay) {}
