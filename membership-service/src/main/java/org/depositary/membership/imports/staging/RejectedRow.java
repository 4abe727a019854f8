package org.depositary.membership.imports.staging;

import java.util.Optional;
import org.depositary.membership.imports.report.ImportOutcome;

/**
 * A rejected row, with the fields that can be read anyway.
 *
 * @param party its canonical code
 * @param name the text in place of a party that cannot be resolved
 * @param year of a state-year
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
                ImportOutcome.Kind.REJECTED,
                Optional.of(reason),
                organization,
                party,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
