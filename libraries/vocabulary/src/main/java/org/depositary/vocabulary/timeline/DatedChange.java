package org.depositary.vocabulary.timeline;

import org.depositary.vocabulary.PartialDate;

/**
 * One change to a party's status or candidacy in one organisation.
 *
 * @param id of the membership change that says so
 * @param effective when it took effect in the world
 */
public record DatedChange(String id, Change change, PartialDate effective) {}
