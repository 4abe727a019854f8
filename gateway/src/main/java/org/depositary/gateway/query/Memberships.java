package org.depositary.gateway.query;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.depositary.gateway.query.Slice.Keyed;
import org.depositary.gateway.query.Slice.Wanted;

/** Who was what in which organisation on a day. */
record Memberships(Snapshot snapshot) {

    /** A party's status and candidacy, at least one of them. */
    private record Held(
            String organization,
            String party,
            String opened,
            Optional<HeldSpan> status,
            Optional<HeldSpan> candidacy) {}

    Slice<Member> on(MembershipFilter filter, Wanted wanted) throws SQLException {
        var organizations = new Organizations(snapshot);
        var found = snapshot.lists(
                sql(filter, wanted), this::keyed, organizations.among(filter.organizations()), organizations::state);
        var held = Slice.of(found.first(), wanted);
        var parties = new TreeSet<String>();
        held.items().forEach(item -> parties.addAll(List.of(item.organization(), item.party())));
        var names = organizations.names(parties, found.second());
        return held.map(item -> member(item, names));
    }

    /** A candidacy stands beside the status: one item for both, or for either alone. */
    private Sql sql(MembershipFilter filter, Wanted wanted) {
        var onSpans = filter.onSpans("s");
        var onItems = new Conditions().andAny("""
                        (s.status = ANY (:statuses) OR c.status = ANY (:statuses)
                         OR s.status IS NULL AND 'none' = ANY (:statuses))""", "statuses", filter.statuses());
        if (!wanted.isFirst()) {
            onSpans.and("s.organization >= :afterOrganization");
            onItems.and("""
                            (organization, party, coalesce(s.opened, c.opened))
                            > (:afterOrganization, :afterParty, :afterOpened)""")
                    .value("afterOrganization", wanted.key(0))
                    .value("afterParty", wanted.key(1))
                    .value("afterOpened", wanted.key(2));
        }
        var text = """
                WITH known AS (%s), held AS (SELECT * FROM known WHERE %s),
                -- Where dates leave several candidacies possible, the one asked for or else the latest counts:
                -- latest in the order in which changes apply.
                c AS (SELECT DISTINCT ON (organization, party) * FROM held WHERE aspect = 'candidacy'
                      ORDER BY organization, party, status = ANY (:statuses) DESC, start_earliest DESC,
                               start_latest DESC, opened DESC),
                s AS (SELECT * FROM held WHERE aspect = 'status')
                SELECT organization, party, coalesce(s.opened, c.opened) AS opened, %s, %s
                FROM s FULL JOIN c USING (organization, party)
                WHERE %s
                ORDER BY organization, party, coalesce(s.opened, c.opened)
                LIMIT :limit
                """.formatted(
                HeldSpan.known(onSpans), HeldSpan.ON_DAY, HeldSpan.columns("s"), HeldSpan.columns("c"), onItems.text());
        return Sql.of(text)
                .with("statuses", filter.statuses())
                .with(onSpans.values())
                .with(onItems.values())
                .with("limit", wanted.limit());
    }

    private Keyed<Held> keyed(Row row) throws SQLException {
        var held = new Held(
                row.text("organization"),
                row.text("party"),
                row.text("opened"),
                HeldSpan.read(row, "s"),
                HeldSpan.read(row, "c"));
        return new Keyed<>(List.of(held.organization(), held.party(), held.opened()), held);
    }

    private Member member(Held held, PartyNames names) {
        var day = snapshot.asOf().on();
        var main = held.status().or(held::candidacy).orElseThrow();
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
                Stream.concat(held.status().stream(), held.candidacy().stream()).anyMatch(HeldSpan::disputed),
                HeldSpan.url(main.opened()),
                main.sources(),
                Optional.of(main.founding()).filter(founding -> founding),
                Optional.of(main.dissolved()).filter(dissolved -> dissolved),
                held.candidacy().map(candidacy -> EffectiveDate.of(candidacy.since())),
                held.candidacy().map(candidacy -> candidacy.certainty(day)),
                held.candidacy().map(candidacy -> HeldSpan.url(candidacy.opened())));
    }
}
