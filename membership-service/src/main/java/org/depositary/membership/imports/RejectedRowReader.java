package org.depositary.membership.imports;

import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.membership.command.MembershipInput;

/** Reads of a rejected row what it is about, field by field. */
final class RejectedRowReader {

    private static final int LONGEST_NAME = 100;

    private final Format format;
    private final PartyNames parties;

    RejectedRowReader(Format format, PartyNames parties) {
        this.format = format;
        this.parties = parties;
    }

    RejectedRow read(int line, String reason, RowKey key) {
        var year = format == Format.STATE_YEARS ? key.date().flatMap(StateYear::parse) : Optional.<Integer>empty();
        var when = format == Format.STATE_YEARS ? year.map(String::valueOf) : key.date();
        var party = key.party().flatMap(text -> parties.codeIfKnown(text, when));
        var name = key.party().filter(text -> party.isEmpty()).map(text -> Printable.of(text, LONGEST_NAME));
        return new RejectedRow(
                line, reason, key.organization().flatMap(RejectedRowReader::organization), party, name, year);
    }

    private static Optional<String> organization(String text) {
        try {
            return Optional.of(MembershipInput.organization(text));
        } catch (Problem noSlug) {
            return Optional.empty();
        }
    }
}
