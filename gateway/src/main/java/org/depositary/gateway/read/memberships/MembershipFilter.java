package org.depositary.gateway.read.memberships;

import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.NamedSql;

/**
 * Selects memberships.
 *
 * @param organizations ids; an empty list selects all
 * @param party its canonical code
 * @param statuses statuses and candidacies; an empty list selects all
 */
public record MembershipFilter(List<String> organizations, Optional<String> party, List<String> statuses) {

    /** The statement whose index fits the filter: one by organisation, one by party, or one without either. */
    String choose(String ofOrganizations, String ofParty, String ofAll) {
        if (!organizations.isEmpty()) {
            return ofOrganizations;
        }
        return party.isPresent() ? ofParty : ofAll;
    }

    String choose(String ofOrganizations, String ofParty) {
        return organizations.isEmpty() ? ofParty : ofOrganizations;
    }

    MembershipFilter in(List<String> others) {
        return new MembershipFilter(others, party, statuses);
    }

    NamedSql bind(NamedSql sql) {
        return sql.withAny("organizations", organizations)
                .withText("party", party)
                .withAny("statuses", statuses);
    }
}
