package org.depositary.gateway.query;

import java.util.List;
import java.util.Optional;

/**
 * Which memberships are asked for.
 *
 * @param organizations none means all
 * @param party its canonical code
 * @param statuses statuses and candidacies; none means all
 */
record MembershipFilter(List<String> organizations, Optional<String> party, List<String> statuses) {

    /** On spans, before they are put together. */
    Conditions onSpans(String alias) {
        return new Conditions()
                .andAny(alias + ".organization = ANY (:organizations)", "organizations", organizations)
                .and(alias + ".party = :party", "party", party);
    }
}
