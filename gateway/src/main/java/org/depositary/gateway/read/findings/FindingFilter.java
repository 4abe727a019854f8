package org.depositary.gateway.read.findings;

import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.NamedSql;

/**
 * Selects findings.
 *
 * @param organizations that the facts name; an empty list selects all
 * @param party that the facts name, by its canonical code
 * @param onDay selects findings about what was so, at least possibly, on the day of the read
 */
public record FindingFilter(
        List<FindingKind> kinds, List<String> organizations, Optional<String> party, boolean onDay) {

    /** Describes the parameter {@code kind} in the OpenAPI document. */
    public static final String KINDS =
            "Kinds, with commas: contradiction, sum, quotient, place, overlap, unregistered, no-passage";

    NamedSql bind(NamedSql sql) {
        return sql.withAny("organizations", organizations)
                .withText("party", party)
                .with("onDay", onDay);
    }
}
