package org.depositary.membership.imports.staging;

import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.membership.command.MembershipInput;
import org.depositary.membership.imports.file.PrintableText;
import org.depositary.membership.imports.job.ImportFormat;

/** Reads of a rejected row what it is about, field by field. */
final class RejectedRowReader {

    private static final int LONGEST_NAME = 100;

    private final ImportFormat format;
    private final PartyResolver parties;

    RejectedRowReader(ImportFormat format, PartyResolver parties) {
        this.format = format;
        this.parties = parties;
    }

    RejectedRow read(int line, String reason, RowKey key) {
        var year = format == ImportFormat.STATE_YEARS ? key.date().flatMap(StateYear::parse) : Optional.<Integer>empty();
        var when = format == ImportFormat.STATE_YEARS ? year.map(String::valueOf) : key.date();
        var party = key.party().flatMap(text -> parties.codeIfKnown(text, when));
        var name = key.party().filter(text -> party.isEmpty()).map(text -> PrintableText.of(text, LONGEST_NAME));
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
