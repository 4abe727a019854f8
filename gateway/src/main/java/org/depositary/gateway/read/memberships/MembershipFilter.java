package org.depositary.gateway.read.memberships;

import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.WhereClause;

/**
 * Which memberships are asked for.
 *
 * @param organizations none means all
 * @param party its canonical code
 * @param statuses statuses and candidacies; none means all
 */
public record MembershipFilter(List<String> organizations, Optional<String> party, List<String> statuses) {

    /** On spans, before they are put together. */
    WhereClause onSpans(String alias) {
        return new WhereClause()
                .andAny(alias + ".organization = ANY (:organizations)", "organizations", organizations)
                .and(alias + ".party = :party", "party", party);
    }
}
