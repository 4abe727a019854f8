package org.depositary.gateway.read.findings;

import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.WhereClause;

/**
 * Which findings are asked for.
 *
 * @param organizations that the facts name; none means all
 * @param party that they name, by its canonical code
 * @param onDay only of what was so, at least possibly, on the day asked for
 */
public record FindingFilter(
        List<FindingKind> kinds, List<String> organizations, Optional<String> party, boolean onDay) {

    /** What requests are told about the kinds they can ask for. */
    public static final String KINDS =
            "Kinds, with commas: contradiction, sum, quotient, place, overlap, unregistered, no-passage";

    /** On clues {@code c}. */
    WhereClause conditions() {
        var conditions = new WhereClause()
                .andAny("c.organizations && :organizations", "organizations", organizations)
                .and("c.parties @> ARRAY[:party::text]", "party", party);
        return onDay ? conditions.and("c.start_earliest <= :day AND c.end_latest > :day") : conditions;
    }
}
