package org.depositary.membership.domain;

import java.util.Optional;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Party;
import org.depositary.vocabulary.timeline.Change;

/**
 * What happened to one party's status in one organisation on one effective date.
 *
 * @param organization the organisation's id
 * @param founding whether the party was among the founders
 * @param dates when it was decided, signed, ratified and came into force, where a source tells
 */
public record MembershipChange(
        String organization,
        Party party,
        Change change,
        PartialDate effective,
        boolean founding,
        Optional<Dates> dates,
        Optional<String> note) {

    private static final int MAX_NOTE = 2_000;

    public MembershipChange {
        Texts.check(note, MAX_NOTE);
    }

    /** The dates of a treaty's way to a membership, each an EDTF point. */
    public record Dates(
            Optional<PartialDate> decided,
            Optional<PartialDate> signed,
            Optional<PartialDate> ratified,
            Optional<PartialDate> inForce) {}
}
