package org.depositary.membership.imports.staging;

import java.util.Optional;

/**
 * A row that was rejected, and what can be read of it nevertheless.
 *
 * @param party in its canonical form
 * @param name of a party that cannot be read: what is written in its place
 * @param year of a state-year
 */
public record RejectedRow(
        int line,
        String reason,
        Optional<String> organization,
        Optional<String> party,
        Optional<String> name,
        Optional<Integer> year) {}
