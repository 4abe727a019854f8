package org.depositary.vocabulary.timeline;

import org.depositary.vocabulary.dates.PartialDate;

/**
 * One change to a party's status or candidacy in one organisation.
 *
 * @param id of the membership change
 * @param effective when it took effect in the world
 */
public record DatedMembershipChange(String id, MembershipChangeKind change, PartialDate effective) {}
