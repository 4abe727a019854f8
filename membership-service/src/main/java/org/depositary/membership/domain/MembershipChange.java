package org.depositary.membership.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.facts.StatementWithWarnings;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.DatedParty;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.timeline.MembershipChangeKind;

/**
 * A change of the status or candidacy of one party in one organisation on one effective date. Two changes that differ
 * in {@code partyAsWritten} only are equal, so that imports recognise a change that another code stated.
 *
 * @param organization the id of the organisation
 * @param partyAsWritten the code of the party in the source, if that code is outside its own time but the party is not
 * @param founding whether the party was among the founders
 * @param dates the dates of decision, signature, ratification and entry into force, if the source gives them
 */
public record MembershipChange(
        String organization,
        Party party,
        Optional<String> partyAsWritten,
        MembershipChangeKind change,
        PartialDate effective,
        boolean founding,
        Optional<Dates> dates,
        Optional<String> note)
        implements StatementWithWarnings {

    private static final int MAX_NOTE = 2_000;

    public MembershipChange {
        TextCheck.check(note, MAX_NOTE);
    }

    /**
     * Warns of a party outside its time. Not for a lapse: it often has the date on which a source last lists the party.
     */
    @Override
    public List<String> warnings() {
        return change == MembershipChangeKind.LAPSE
                ? List.of()
                : DatedParty.warnings(Stream.of(new DatedParty(party, partyAsWritten, effective)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MembershipChange change && differences(change).isEmpty();
    }

    @Override
    public int hashCode() {
        return Objects.hash(organization, party, change, effective, founding, dates, note);
    }

    /** Returns the names of the fields in which the two changes differ. */
    public List<String> differences(MembershipChange other) {
        var differing = new ArrayList<String>();
        addIfDifferent(differing, "organization", organization, other.organization);
        addIfDifferent(differing, "party", party, other.party);
        addIfDifferent(differing, "change", change, other.change);
        addIfDifferent(differing, "effective", effective, other.effective);
        addIfDifferent(differing, "founding", founding, other.founding);
        addIfDifferent(differing, "dates", dates, other.dates);
        addIfDifferent(differing, "note", note, other.note);
        return differing;
    }

    private static void addIfDifferent(List<String> differing, String field, Object one, Object other) {
        if (!one.equals(other)) {
            differing.add(field);
        }
    }

    /** The dates of the steps to a membership. Each is an EDTF date, not an interval. */
    public record Dates(
            Optional<PartialDate> decided,
            Optional<PartialDate> signed,
            Optional<PartialDate> ratified,
            Optional<PartialDate> inForce) {}
}
