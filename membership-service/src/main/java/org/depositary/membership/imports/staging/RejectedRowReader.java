package org.depositary.membership.imports.staging;

import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.imports.file.PrintableTextFilter;
import org.depositary.imports.rows.PartyResolver;
import org.depositary.membership.command.MembershipRequestParser;

/**
 * Reads the organisation, the party and the year of a rejected row. Each is read independently, if it is valid by
 * itself.
 */
final class RejectedRowReader {

    private static final int MAX_NAME_LENGTH = 100;

    private final ImportRowKind format;
    private final PartyResolver parties;

    RejectedRowReader(ImportRowKind format, PartyResolver parties) {
        this.format = format;
        this.parties = parties;
    }

    RejectedRow read(int line, String reason, RowSubjectFields key) {
        var year = format == ImportRowKind.STATE_YEARS
                ? key.date().flatMap(RowValidator::parseYear)
                : Optional.<Integer>empty();
        var date = format == ImportRowKind.STATE_YEARS ? year.map(String::valueOf) : key.date();
        var party = key.party().flatMap(text -> parties.findCode(text, date));
        var name =
                key.party().filter(text -> party.isEmpty()).map(text -> PrintableTextFilter.of(text, MAX_NAME_LENGTH));
        return new RejectedRow(
                line, reason, key.organization().flatMap(RejectedRowReader::organization), party, name, year);
    }

    private static Optional<String> organization(String text) {
        try {
            return Optional.of(MembershipRequestParser.organization(text));
        } catch (Problem invalid) {
            return Optional.empty();
        }
    }
}
