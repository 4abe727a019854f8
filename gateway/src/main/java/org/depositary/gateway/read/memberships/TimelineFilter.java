package org.depositary.gateway.read.memberships;

/**
 * Selects the memberships whose timelines are read.
 *
 * @param memberships must name organisations or a party, because that decides the index
 * @param withPredecessors also selects memberships in the organisations that the organisation continues
 * @param onDay selects only spans that certainly or possibly include the day of the read
 */
public record TimelineFilter(MembershipFilter memberships, boolean withPredecessors, boolean onDay) {}
