package org.depositary.gateway.read.memberships;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.KeysetPage.Keyed;
import org.depositary.gateway.read.KeysetPage.Wanted;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.WhereClause;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.organizations.OrganizationState;
import org.depositary.gateway.read.organizations.PartyNames;

/** Who was what in which organisation on a day. */
public record MembersOnDay(Snapshot snapshot) {

    /**
     * Statuses on the day, as far as a page goes: in the order of their index, so that no more is read than is told. Without
     * candidacies, of which there are few: they are asked for beside.
     */
    private static final String STATUSES = """
            SELECT organization, party, %s
            FROM (%%s) held
            WHERE %s AND %%s
            ORDER BY organization, party, opened LIMIT :limit
            """.formatted(HeldSpan.columns("held"), HeldSpan.ON_DAY);

    /**
     * Candidacies on the day, one of a party: where dates leave several possible, one that is asked for or else the latest
     * counts, latest in the order in which changes apply. With the statuses beside it, if there are any.
     */
    private static final String CANDIDACIES =
            """
            SELECT c.organization, c.party, %s, s.statuses IS NULL AS alone
            FROM (SELECT DISTINCT ON (organization, party) *
                  FROM (%%s) k WHERE %s
                  ORDER BY organization, party, %%s start_earliest DESC, start_latest DESC, opened DESC) c
            LEFT JOIN LATERAL (SELECT array_agg(status) AS statuses FROM (%s) k WHERE %s) s ON true
            WHERE %%s
            ORDER BY c.organization, c.party LIMIT :candidacies
            """.formatted(HeldSpan.columns("c"), HeldSpan.ON_DAY, beside("c", "status"), HeldSpan.ON_DAY);

    private static final String CANDIDACY_ASKED_FOR = """
            EXISTS (SELECT FROM (%s) c WHERE %s AND c.status = ANY (:statuses))""".formatted(beside("held", "candidacy"), HeldSpan.ON_DAY);

    /** What one party was in one organisation: a status, a candidacy, or both. */
    private record Held(String organization, String party, Optional<HeldSpan> status, Optional<HeldSpan> candidacy) {

        List<String> codes() {
            return List.of(organization, party);
        }

        HeldSpan main() {
            return status.or(this::candidacy).orElseThrow();
        }

        boolean isDisputed() {
            return main().disputed() || candidacy.filter(HeldSpan::disputed).isPresent();
        }

        Keyed<Held> keyed() {
            return new Keyed<>(List.of(organization, party, main().opened()), this);
        }
    }

    /** @param alone whether there is no status beside it */
    private record Candidacy(Held held, boolean alone) {}

    private record Found(List<Held> statuses, List<Candidacy> candidacies, List<OrganizationState> organizations) {}

    public KeysetPage<Member> on(MembershipFilter filter, Wanted wanted) throws SQLException {
        var organizations = new OrganizationReads(snapshot);
        var found = snapshot.together(
                statuses(filter, wanted)
                        .then(candidacies(filter, wanted))
                        .then(organizations.among(filter.organizations())),
                results -> new Found(
                        results.next(MembersOnDay::status),
                        results.next(MembersOnDay::candidacy),
                        results.next(organizations::state)));
        var held = KeysetPage.of(items(found, wanted), wanted);
        var parties = new HashSet<String>();
        held.items().forEach(item -> parties.addAll(item.codes()));
        var names = organizations.names(parties, found.organizations());
        return held.map(item -> member(item, names));
    }

    private static NamedSql statuses(MembershipFilter filter, Wanted wanted) {
        var onItems = new WhereClause()
                .andAny(
                        "(held.status = ANY (:statuses) OR %s)".formatted(CANDIDACY_ASKED_FOR),
                        "statuses",
                        filter.statuses());
        if (!wanted.isFirst()) {
            onItems.and("(organization, party, opened) > (:afterOrganization, :afterParty, :afterOpened)")
                    .value("afterOpened", wanted.key(2));
        }
        var spans = spans(filter, wanted, "status");
        return NamedSql.of(STATUSES.formatted(HeldSpan.known(spans), onItems.text()))
                .with(spans.values())
                .with(onItems.values())
                .with("limit", wanted.limit());
    }

    /**
     * Each is told by an item at least, so no more of them belong to a page than it has items; apart from the one of the
     * party with which the page before ended.
     */
    private static NamedSql candidacies(MembershipFilter filter, Wanted wanted) {
        var onItems = new WhereClause().andAny("""
                        (c.status = ANY (:statuses) OR coalesce(s.statuses, '{none}') && :statuses)""", "statuses", filter.statuses());
        var spans = spans(filter, wanted, "candidacy");
        var preferred = filter.statuses().isEmpty() ? "" : "status = ANY (:statuses) DESC,";
        return NamedSql.of(CANDIDACIES.formatted(HeldSpan.known(spans), preferred, onItems.text()))
                .with(spans.values())
                .with(onItems.values())
                .with("candidacies", wanted.limit() + 1);
    }

    private static WhereClause spans(MembershipFilter filter, Wanted wanted, String aspect) {
        var spans = filter.onSpans("s").and("s.aspect = '%s'".formatted(aspect));
        if (!wanted.isFirst()) {
            spans.and("(s.organization, s.party) >= (:afterOrganization, :afterParty)")
                    .value("afterOrganization", wanted.key(0))
                    .value("afterParty", wanted.key(1));
        }
        return spans;
    }

    /** The other spans of a party in an organisation. */
    private static String beside(String alias, String aspect) {
        return HeldSpan.known(new WhereClause()
                .and("s.organization = %1$s.organization AND s.party = %1$s.party".formatted(alias))
                .and("s.aspect = '%s'".formatted(aspect)));
    }

    private static Held status(ResultRow row) throws SQLException {
        return new Held(row.text("organization"), row.text("party"), HeldSpan.read(row, "held"), Optional.empty());
    }

    private static Candidacy candidacy(ResultRow row) throws SQLException {
        var held = new Held(row.text("organization"), row.text("party"), Optional.empty(), HeldSpan.read(row, "c"));
        return new Candidacy(held, row.flag("alone"));
    }

    /** A candidacy stands beside the status: one item for both, or for either alone. */
    private static List<Keyed<Held>> items(Found found, Wanted wanted) {
        var candidacies = new HashMap<List<String>, Optional<HeldSpan>>();
        var items = new ArrayList<Keyed<Held>>();
        for (var candidacy : found.candidacies()) {
            var held = candidacy.held();
            candidacies.put(held.codes(), held.candidacy());
            if (candidacy.alone() && wanted.follows(held.keyed().key())) {
                items.add(held.keyed());
            }
        }
        for (var held : found.statuses()) {
            var beside = candidacies.getOrDefault(held.codes(), Optional.empty());
            items.add(new Held(held.organization(), held.party(), held.status(), beside).keyed());
        }
        items.sort(Keyed.IN_ORDER);
        return items;
    }

    private Member member(Held held, PartyNames names) {
        var day = snapshot.day();
        var main = held.main();
        return new Member(
                held.organization(),
                names.of(held.organization()),
                held.party(),
                names.of(held.party()),
                held.status().map(HeldSpan::status).orElse("none"),
                held.candidacy().map(HeldSpan::status),
                EffectiveDate.of(main.since()),
                main.until().map(EffectiveDate::of),
                main.certainty(day),
                held.isDisputed(),
                HeldSpan.url(main.opened()),
                main.sources(),
                Optional.of(main.founding()).filter(founding -> founding),
                Optional.of(main.dissolved()).filter(dissolved -> dissolved),
                held.candidacy().map(candidacy -> EffectiveDate.of(candidacy.since())),
                held.candidacy().map(candidacy -> candidacy.certainty(day)),
                held.candidacy().map(candidacy -> HeldSpan.url(candidacy.opened())));
    }
}
