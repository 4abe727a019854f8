package org.depositary.gateway.read.memberships;

import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.NamedSql;

/**
 * Selects memberships.
 *
 * @param organizations ids of organisations; an empty list selects all
 * @param party canonical code of the party
 * @param statuses statuses and kinds of candidacy; an empty list selects all
 */
public record MembershipFilter(List<String> organizations, Optional<String> party, List<String> statuses) {

    public static final MembershipFilter ALL = new MembershipFilter(List.of(), Optional.empty(), List.of());
    public static final MembershipFilter MEMBERS = new MembershipFilter(List.of(), Optional.empty(), List.of("member"));

    /** Chooses the statement whose index fits the filter: by organisation, by party, or without either. */
    String choose(String ofOrganizations, String ofParty, String ofAll) {
        if (!organizations.isEmpty()) {
            return ofOrganizations;
        }
        return party.isPresent() ? ofParty : ofAll;
    }

    String choose(String ofOrganizations, String ofParty) {
        return organizations.isEmpty() ? ofParty : ofOrganizations;
    }

    public MembershipFilter in(List<String> others) {
        return new MembershipFilter(others, party, statuses);
    }

    public NamedSql bind(NamedSql sql) {
        return sql.withAny("organizations", organizations)
                .withText("party", party)
                .withAny("statuses", statuses);
    }
}
