package org.depositary.membership.imports.staging;

import java.util.Optional;
import org.depositary.membership.imports.report.SourcedChange;

/**
 * A row in canonical form, as it waits for its organisation's turn.
 *
 * @param name what the organisation is called, in case that it is not registered yet
 * @param year of a state-year
 * @param body the rest, as JSON: a {@link SourcedChange}, or a {@link StagedYear}
 */
public record StagedRow(
        int line, String organization, Optional<String> name, String party, Optional<Integer> year, String body) {}
