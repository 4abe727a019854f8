package org.depositary.gateway.read.findings;

import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.NamedSql;

/**
 * Selects findings.
 *
 * @param organizations organisations that the facts name; an empty list selects all
 * @param party canonical code of a party that the facts name
 * @param onDay selects findings about facts that were certainly or possibly true on the day of the read
 */
public record FindingFilter(
        List<FindingKind> kinds, List<String> organizations, Optional<String> party, boolean onDay) {

    /** The description of parameter {@code kind} in the OpenAPI document. */
    public static final String KINDS =
            "Kinds, with commas: contradiction, sum, quotient, place, outside-time, end-before-start, phase-outside-dates, "
                    + "parts-above-whole, unlisted-host, possible-duplicate, overlap, metadata-conflict, unregistered, "
                    + "orphaned-citation, no-passage";

    NamedSql bind(NamedSql sql) {
        return sql.withAny("organizations", organizations)
                .withText("party", party)
                .with("onDay", onDay);
    }
}
