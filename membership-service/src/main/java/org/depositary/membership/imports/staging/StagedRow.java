package org.depositary.membership.imports.staging;

import java.util.Optional;

/**
 * A valid row in canonical form.
 *
 * @param name the name of the organisation, to register it if necessary
 * @param party the canonical code of the party
 * @param year the year, if the row is a state-year
 * @param body the other fields as JSON: a {@code SourcedChange}, or a {@link StagedStateYear}
 */
public record StagedRow(
        int line, String organization, Optional<String> name, String party, Optional<Integer> year, String body) {}
