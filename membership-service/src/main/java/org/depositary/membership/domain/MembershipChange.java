package org.depositary.membership.domain;

import java.util.ArrayList;
import java.util.List;
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
        TextCheck.check(note, MAX_NOTE);
    }

    /** The names of the fields in which another change says something else than this one. */
    public List<String> differences(MembershipChange other) {
        var differing = new ArrayList<String>();
        note(differing, "organization", organization, other.organization);
        note(differing, "party", party, other.party);
        note(differing, "change", change, other.change);
        note(differing, "effective", effective, other.effective);
        note(differing, "founding", founding, other.founding);
        note(differing, "dates", dates, other.dates);
        note(differing, "note", note, other.note);
        return differing;
    }

    private static void note(List<String> differing, String field, Object one, Object other) {
        if (!one.equals(other)) {
            differing.add(field);
        }
    }

    /** The dates of a treaty's way to a membership, each an EDTF point. */
    public record Dates(
            Optional<PartialDate> decided,
            Optional<PartialDate> signed,
            Optional<PartialDate> ratified,
            Optional<PartialDate> inForce) {}
}
