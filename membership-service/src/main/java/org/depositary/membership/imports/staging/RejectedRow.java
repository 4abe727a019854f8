package org.depositary.membership.imports.staging;

import java.util.Optional;
import org.depositary.imports.job.OutcomeKind;
import org.depositary.membership.imports.report.ImportOutcome;

/**
 * A rejected row, with the fields that are readable in spite of the error.
 *
 * @param party the canonical code of the party
 * @param name the text of a party that cannot be resolved
 * @param year the year, if the row is a state-year
 */
public record RejectedRow(
        int line,
        String reason,
        Optional<String> organization,
        Optional<String> party,
        Optional<String> name,
        Optional<Integer> year) {

    ImportOutcome outcome() {
        return new ImportOutcome(
                Optional.of(line),
                OutcomeKind.REJECTED,
                Optional.of(reason),
                organization,
                party,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
