package org.depositary.gateway.read.memberships;

import java.util.List;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.lists.FirstPages;

/**
 * The SQL statements for a page of members: statuses on a day, and candidacies on that day. The filter decides the
 * index, so there is one statement for organisations, one for a party and one for all. Statuses come in the order of
 * the index {@code span_of_organization}, so PostgreSQL reads no more rows than a page needs. The coalesce around the
 * optional filters keeps that plan: without it, the planner expects hardly any row for each filter, and would sort
 * them all.
 */
final class MemberStatements {

    private static final String STATUSES_OF_ORGANIZATIONS = """
            SELECT s.* FROM held_spans_on(:day, :instant) s
            WHERE s.aspect = 'status' AND s.organization = ANY (:organizations)
            AND (s.organization, s.party, s.opened) > (:afterOrganization, :afterParty, :afterOpened)
            AND coalesce((:party::text IS NULL OR s.party = :party)
            AND (:statuses::text[] IS NULL OR s.status = ANY (:statuses) OR :statuses && ARRAY(
                SELECT c.status FROM held_spans_on(:day, :instant) c
                WHERE c.aspect = 'candidacy' AND c.organization = s.organization AND c.party = s.party)), false)
            ORDER BY s.organization, s.party, s.opened LIMIT :limit
            """;

    private static final String STATUSES_OF_PARTY = """
            SELECT s.* FROM held_spans_on(:day, :instant) s
            WHERE s.aspect = 'status' AND s.party = :party
            AND (s.organization, s.party, s.opened) > (:afterOrganization, :afterParty, :afterOpened)
            AND coalesce((:organizations::text[] IS NULL OR s.organization = ANY (:organizations))
            AND (:statuses::text[] IS NULL OR s.status = ANY (:statuses) OR :statuses && ARRAY(
                SELECT c.status FROM held_spans_on(:day, :instant) c
                WHERE c.aspect = 'candidacy' AND c.organization = s.organization AND c.party = s.party)), false)
            ORDER BY s.organization, s.party, s.opened LIMIT :limit
            """;

    private static final String STATUSES_OF_ALL = """
            SELECT s.* FROM held_spans_on(:day, :instant) s
            WHERE s.aspect = 'status'
            AND (s.organization, s.party, s.opened) > (:afterOrganization, :afterParty, :afterOpened)
            AND coalesce((:statuses::text[] IS NULL OR s.status = ANY (:statuses) OR :statuses && ARRAY(
                SELECT c.status FROM held_spans_on(:day, :instant) c
                WHERE c.aspect = 'candidacy' AND c.organization = s.organization AND c.party = s.party)), false)
            ORDER BY s.organization, s.party, s.opened LIMIT :limit
            """;

    /** Selects candidacies. {@code alone} is true if the party has only the candidacy and no status. */
    private static final String CANDIDACIES_OF_ORGANIZATIONS = """
            SELECT c.*, s.statuses = '{none}' AS alone
            FROM candidacies_on(:statuses, :day, :instant) c
            CROSS JOIN LATERAL (
                SELECT coalesce(array_agg(k.status), '{none}') AS statuses FROM held_spans_on(:day, :instant) k
                WHERE k.aspect = 'status' AND k.organization = c.organization AND k.party = c.party
            ) s
            WHERE c.organization = ANY (:organizations)
            AND (:party::text IS NULL OR c.party = :party)
            AND (c.organization, c.party) >= (:afterOrganization, :afterParty)
            AND (:statuses::text[] IS NULL OR c.status = ANY (:statuses) OR s.statuses && :statuses)
            ORDER BY c.organization, c.party LIMIT :candidacies
            """;

    private static final String CANDIDACIES_OF_PARTY = """
            SELECT c.*, s.statuses = '{none}' AS alone
            FROM candidacies_on(:statuses, :day, :instant) c
            CROSS JOIN LATERAL (
                SELECT coalesce(array_agg(k.status), '{none}') AS statuses FROM held_spans_on(:day, :instant) k
                WHERE k.aspect = 'status' AND k.organization = c.organization AND k.party = c.party
            ) s
            WHERE c.party = :party
            AND (:organizations::text[] IS NULL OR c.organization = ANY (:organizations))
            AND (c.organization, c.party) >= (:afterOrganization, :afterParty)
            AND (:statuses::text[] IS NULL OR c.status = ANY (:statuses) OR s.statuses && :statuses)
            ORDER BY c.organization, c.party LIMIT :candidacies
            """;

    private static final String CANDIDACIES_OF_ALL = """
            SELECT c.*, s.statuses = '{none}' AS alone
            FROM candidacies_on(:statuses, :day, :instant) c
            CROSS JOIN LATERAL (
                SELECT coalesce(array_agg(k.status), '{none}') AS statuses FROM held_spans_on(:day, :instant) k
                WHERE k.aspect = 'status' AND k.organization = c.organization AND k.party = c.party
            ) s
            WHERE (c.organization, c.party) >= (:afterOrganization, :afterParty)
            AND (:statuses::text[] IS NULL OR c.status = ANY (:statuses) OR s.statuses && :statuses)
            ORDER BY c.organization, c.party LIMIT :candidacies
            """;

    private static final String STATUSES_OF_EACH_ORGANIZATION =
            FirstPages.ofEach(STATUSES_OF_ORGANIZATIONS, "organizations");
    private static final String STATUSES_OF_EACH_PARTY = FirstPages.ofEach(STATUSES_OF_PARTY, "party");
    private static final String CANDIDACIES_OF_EACH_ORGANIZATION =
            FirstPages.ofEach(CANDIDACIES_OF_ORGANIZATIONS, "organizations");
    private static final String CANDIDACIES_OF_EACH_PARTY = FirstPages.ofEach(CANDIDACIES_OF_PARTY, "party");

    private MemberStatements() {}

    static NamedSql statuses(MembershipFilter filter, PageRequest page) {
        return statuses(filter.choose(STATUSES_OF_ORGANIZATIONS, STATUSES_OF_PARTY, STATUSES_OF_ALL), filter, page);
    }

    /**
     * Selects candidacies for a page. Every candidacy belongs to at least one item, so a page needs at most one
     * candidacy more than it has items: that of the party of the previous page's last item.
     */
    static NamedSql candidacies(MembershipFilter filter, PageRequest page) {
        return candidacies(
                filter.choose(CANDIDACIES_OF_ORGANIZATIONS, CANDIDACIES_OF_PARTY, CANDIDACIES_OF_ALL), filter, page);
    }

    /** Selects the statuses of a first page for each of several organisations. */
    static NamedSql statusesOfEachOrganization(MembershipFilter filter, List<String> parents, PageRequest page) {
        return statuses(STATUSES_OF_EACH_ORGANIZATION, filter, page).with("parents", parents);
    }

    /** Selects the statuses of a first page for each of several parties. */
    static NamedSql statusesOfEachParty(MembershipFilter filter, List<String> parents, PageRequest page) {
        return statuses(STATUSES_OF_EACH_PARTY, filter, page).with("parents", parents);
    }

    static NamedSql candidaciesOfEachOrganization(MembershipFilter filter, List<String> parents, PageRequest page) {
        return candidacies(CANDIDACIES_OF_EACH_ORGANIZATION, filter, page).with("parents", parents);
    }

    static NamedSql candidaciesOfEachParty(MembershipFilter filter, List<String> parents, PageRequest page) {
        return candidacies(CANDIDACIES_OF_EACH_PARTY, filter, page).with("parents", parents);
    }

    private static NamedSql statuses(String text, MembershipFilter filter, PageRequest page) {
        return after(page, filter.bind(NamedSql.of(text)))
                .with("afterOpened", page.key(2, ""))
                .with("limit", page.limit());
    }

    private static NamedSql candidacies(String text, MembershipFilter filter, PageRequest page) {
        return after(page, filter.bind(NamedSql.of(text))).with("candidacies", page.limit() + 1);
    }

    private static NamedSql after(PageRequest page, NamedSql sql) {
        return sql.with("afterOrganization", page.key(0, "")).with("afterParty", page.key(1, ""));
    }
}
