package org.depositary.gateway.read.memberships;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.KeysetPage.Keyed;
import org.depositary.gateway.read.KeysetPage.Wanted;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.WhereClause;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.organizations.PartyNames;

/** Who was what in which organisation, from beginning to end. */
public record Timelines(Snapshot snapshot) {

    private record Known(String organization, String party, boolean isStatus, HeldSpan span) {}

    /** @param onlyOn only what held on the day asked for */
    public KeysetPage<TimelineItem> of(MembershipFilter filter, boolean onlyOn, Wanted wanted) throws SQLException {
        var known = KeysetPage.of(snapshot.list(sql(filter, onlyOn, wanted), Timelines::keyed), wanted);
        var codes = new TreeSet<String>();
        known.items().forEach(item -> codes.addAll(List.of(item.organization(), item.party())));
        var names = new OrganizationReads(snapshot).names(codes);
        return known.map(item -> item(item, names));
    }

    private static NamedSql sql(MembershipFilter filter, boolean onlyOn, Wanted wanted) {
        var onSpans = filter.onSpans("s").andAny("s.status = ANY (:statuses)", "statuses", filter.statuses());
        var onItems = new WhereClause();
        if (onlyOn) {
            onItems.and(HeldSpan.ON_DAY);
        }
        if (!wanted.isFirst()) {
            onItems.and("(start_earliest, start_latest) >= (:afterEarliest::date, :afterLatest::date)")
                    .and("""
                            (start_earliest, start_latest, organization, party, aspect, opened)
                            > (:afterEarliest::date, :afterLatest::date, :afterOrganization, :afterParty, :afterAspect,
                               :afterOpened)""")
                    .value("afterEarliest", wanted.key(0))
                    .value("afterLatest", wanted.key(1))
                    .value("afterOrganization", wanted.key(2))
                    .value("afterParty", wanted.key(3))
                    .value("afterAspect", wanted.key(4))
                    .value("afterOpened", wanted.key(5));
        }
        var text = """
                WITH s AS (SELECT * FROM (%s) known WHERE %s)
                SELECT organization, party, aspect, start_earliest::text AS earliest, start_latest::text AS latest, %s
                FROM s
                ORDER BY start_earliest, start_latest, organization, party, aspect, opened
                LIMIT :limit
                """.formatted(HeldSpan.known(onSpans), onItems.text(), HeldSpan.columns("s"));
        return NamedSql.of(text).with(onSpans.values()).with(onItems.values()).with("limit", wanted.limit());
    }

    private static Keyed<Known> keyed(ResultRow row) throws SQLException {
        var aspect = row.text("aspect");
        var span = HeldSpan.read(row, "s").orElseThrow();
        var known = new Known(row.text("organization"), row.text("party"), aspect.equals("status"), span);
        var key = List.of(
                row.text("earliest"), row.text("latest"), known.organization(), known.party(), aspect, span.opened());
        return new Keyed<>(key, known);
    }

    private static TimelineItem item(Known known, PartyNames names) {
        var span = known.span();
        return new TimelineItem(
                known.organization(),
                names.of(known.organization()),
                known.party(),
                names.of(known.party()),
                Optional.of(span.status()).filter(status -> known.isStatus()),
                Optional.of(span.status()).filter(candidacy -> !known.isStatus()),
                EffectiveDate.of(span.since()),
                span.until().map(EffectiveDate::of),
                HeldSpan.url(span.opened()),
                span.closed().map(HeldSpan::url),
                span.disputed(),
                span.sources(),
                Optional.of(span.founding()).filter(founding -> founding),
                Optional.of(span.dissolved()).filter(dissolved -> dissolved));
    }
}
