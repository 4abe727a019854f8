package org.depositary.gateway.read.memberships;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.KeysetPage.Keyed;
import org.depositary.gateway.read.ListSortKey;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.lists.Everything;
import org.depositary.gateway.read.lists.FirstPages;
import org.depositary.gateway.read.lists.ListOfEach;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.organizations.PartyNameLookup;
import org.depositary.gateway.read.parties.PartyReads;
import org.depositary.vocabulary.dates.Certainty;

/**
 * Reads the timelines of parties in organisations. The filter must name organisations or a party, because that decides
 * the index.
 */
public record TimelineReads(Snapshot snapshot) {

    /** The timeline of an organisation, which must be registered. */
    public static final ListQuery<TimelineFilter, TimelineItem> TIMELINE_OF_ORGANIZATION =
            ListQuery.within(TimelineReads::scope, (snapshot, filter, page) -> {
                var organizations = new OrganizationReads(snapshot);
                var organization = filter.memberships().organizations().getFirst();
                var chosen = filter.withPredecessors()
                        ? filter.memberships()
                                .in(organizations
                                        .withPredecessors(List.of(organization))
                                        .get(organization))
                        : filter.memberships();
                return organizations.ofKnown(
                        organization, new TimelineReads(snapshot).of(chosen, filter.onDay(), page));
            });

    /** The timeline of a party, which must be known. */
    public static final ListQuery<TimelineFilter, TimelineItem> TIMELINE_OF_PARTY =
            ListQuery.within(ReadScope.MEMBERSHIPS, (snapshot, filter, page) -> new PartyReads(snapshot)
                    .ofKnown(
                            filter.memberships().party().orElseThrow(),
                            new TimelineReads(snapshot).of(filter.memberships(), filter.onDay(), page)));

    /** The spans of these memberships. None if the organisation or the party is unknown. */
    public static final ListQuery<TimelineFilter, TimelineItem> SPANS =
            (snapshot, filter, page) -> new TimelineReads(snapshot).of(filter.memberships(), filter.onDay(), page);
    /** The timelines of each of several organisations. */
    public static final ListOfEach<TimelineFilter, TimelineItem> TIMELINE_OF_EACH_ORGANIZATION =
            (snapshot, organizations, filter, size) -> {
                var text =
                        filter.onDay() ? TimelineReads.OF_EACH_ORGANIZATION_ON_DAY : TimelineReads.OF_EACH_ORGANIZATION;
                var reads = new TimelineReads(snapshot);
                return filter.withPredecessors()
                        ? reads.ofEachWithPredecessors(text, organizations, filter, size)
                        : reads.ofEach(text, organizations, filter, size);
            };

    /** The timelines of each of several parties. */
    public static final ListOfEach<TimelineFilter, TimelineItem> TIMELINE_OF_EACH_PARTY =
            (snapshot, parties, filter, size) -> {
                var text = filter.onDay() ? TimelineReads.OF_EACH_PARTY_ON_DAY : TimelineReads.OF_EACH_PARTY;
                return new TimelineReads(snapshot).ofEach(text, parties, filter, size);
            };

    /** All spans, in the order of their organisations, parties and opening facts, which does not depend on the log. */
    public static final ListQuery<Everything, TimelineItem> ALL =
            (snapshot, nothing, page) -> new TimelineReads(snapshot).all(page);

    private static final ListSortKey BY_FACT =
            new ListSortKey(List.of("organization", "party", "opened", "aspect"), List.of("", "", "", ""));

    private static final ListSortKey KEY = new ListSortKey(
            List.of("earliest", "latest", "organization", "party", "aspect", "opened"),
            List.of("-infinity", "-infinity", "", "", "", ""));

    /**
     * Selects the columns of the SQL type {@code held_span}. Joins the dissolution only to the spans of the page,
     * because that costs less.
     */
    private static final String OF_ORGANIZATIONS = """
            SELECT s.organization, s.party, s.aspect, s.status, s.opened, s.closed,
                   s.start_edtf, s.start_earliest, s.start_latest, s.start_uncertain,
                   s.end_edtf, s.end_earliest, s.end_latest, s.end_uncertain,
                   d.edtf, d.earliest AS dissolved_earliest, d.latest AS dissolved_latest, d.uncertain, coalesce(d.after_party, false),
                   s.founding, s.disputed, s.sources, s.start_earliest::text AS earliest, s.start_latest::text AS latest
            FROM (
                SELECT * FROM spans_at(:instant) s
                WHERE s.organization = ANY (:organizations)
                AND (:party::text IS NULL OR s.party = :party)
                AND (:statuses::text[] IS NULL OR s.status = ANY (:statuses))
                AND (s.start_earliest, s.start_latest, s.organization, s.party, s.aspect, s.opened)
                    > (:after_earliest::date, :after_latest::date, :after_organization, :after_party, :after_aspect, :after_opened)
                ORDER BY s.start_earliest, s.start_latest, s.organization, s.party, s.aspect, s.opened LIMIT :limit
            ) s
            LEFT JOIN LATERAL dissolution_of_span(s.organization, s.party, s.start_earliest, :instant) d ON true
            ORDER BY s.start_earliest, s.start_latest, s.organization, s.party, s.aspect, s.opened
            """;

    /** The first condition is a start for the index {@code span_of_organization}. */
    private static final String ALL_SPANS = """
            SELECT s.organization, s.party, s.aspect, s.status, s.opened, s.closed,
                   s.start_edtf, s.start_earliest, s.start_latest, s.start_uncertain,
                   s.end_edtf, s.end_earliest, s.end_latest, s.end_uncertain,
                   d.edtf, d.earliest, d.latest, d.uncertain, coalesce(d.after_party, false),
                   s.founding, s.disputed, s.sources
            FROM (
                SELECT * FROM spans_at(:instant) s
                WHERE s.organization >= :after_organization
                AND (s.organization, s.party, s.opened, s.aspect)
                    > (:after_organization, :after_party, :after_opened, :after_aspect)
                ORDER BY s.organization, s.party, s.opened, s.aspect LIMIT :limit
            ) s
            LEFT JOIN LATERAL dissolution_of_span(s.organization, s.party, s.start_earliest, :instant) d ON true
            ORDER BY s.organization, s.party, s.opened, s.aspect
            """;

    private static final String OF_ORGANIZATIONS_ON_DAY = """
            SELECT s.*, s.start_earliest::text AS earliest, s.start_latest::text AS latest
            FROM held_spans_on(:day, :instant) s
            WHERE s.organization = ANY (:organizations)
            AND (:party::text IS NULL OR s.party = :party)
            AND (:statuses::text[] IS NULL OR s.status = ANY (:statuses))
            AND (s.start_earliest, s.start_latest, s.organization, s.party, s.aspect, s.opened)
                > (:after_earliest::date, :after_latest::date, :after_organization, :after_party, :after_aspect, :after_opened)
            ORDER BY s.start_earliest, s.start_latest, s.organization, s.party, s.aspect, s.opened LIMIT :limit
            """;

    private static final String OF_PARTY = """
            SELECT s.organization, s.party, s.aspect, s.status, s.opened, s.closed,
                   s.start_edtf, s.start_earliest, s.start_latest, s.start_uncertain,
                   s.end_edtf, s.end_earliest, s.end_latest, s.end_uncertain,
                   d.edtf, d.earliest AS dissolved_earliest, d.latest AS dissolved_latest, d.uncertain, coalesce(d.after_party, false),
                   s.founding, s.disputed, s.sources, s.start_earliest::text AS earliest, s.start_latest::text AS latest
            FROM (
                SELECT * FROM spans_at(:instant) s
                WHERE s.party = :party
                AND (:organizations::text[] IS NULL OR s.organization = ANY (:organizations))
                AND (:statuses::text[] IS NULL OR s.status = ANY (:statuses))
                AND (s.start_earliest, s.start_latest, s.organization, s.party, s.aspect, s.opened)
                    > (:after_earliest::date, :after_latest::date, :after_organization, :after_party, :after_aspect, :after_opened)
                ORDER BY s.start_earliest, s.start_latest, s.organization, s.party, s.aspect, s.opened LIMIT :limit
            ) s
            LEFT JOIN LATERAL dissolution_of_span(s.organization, s.party, s.start_earliest, :instant) d ON true
            ORDER BY s.start_earliest, s.start_latest, s.organization, s.party, s.aspect, s.opened
            """;

    private static final String OF_PARTY_ON_DAY = """
            SELECT s.*, s.start_earliest::text AS earliest, s.start_latest::text AS latest
            FROM held_spans_on(:day, :instant) s
            WHERE s.party = :party
            AND (:organizations::text[] IS NULL OR s.organization = ANY (:organizations))
            AND (:statuses::text[] IS NULL OR s.status = ANY (:statuses))
            AND (s.start_earliest, s.start_latest, s.organization, s.party, s.aspect, s.opened)
                > (:after_earliest::date, :after_latest::date, :after_organization, :after_party, :after_aspect, :after_opened)
            ORDER BY s.start_earliest, s.start_latest, s.organization, s.party, s.aspect, s.opened LIMIT :limit
            """;

    private static final String OF_EACH_ORGANIZATION = FirstPages.ofEach(OF_ORGANIZATIONS, "organizations");
    private static final String OF_EACH_ORGANIZATION_ON_DAY =
            FirstPages.ofEach(OF_ORGANIZATIONS_ON_DAY, "organizations");
    private static final String OF_EACH_PARTY = FirstPages.ofEach(OF_PARTY, "party");
    private static final String OF_EACH_PARTY_ON_DAY = FirstPages.ofEach(OF_PARTY_ON_DAY, "party");

    /** A span with the memberships that it belongs to. */
    record Known(String organization, String party, boolean isStatus, MembershipSpan span) {}

    private KeysetPage<TimelineItem> of(MembershipFilter filter, boolean onDay, PageRequest page) throws SQLException {
        var text = onDay
                ? filter.choose(OF_ORGANIZATIONS_ON_DAY, OF_PARTY_ON_DAY)
                : filter.choose(OF_ORGANIZATIONS, OF_PARTY);
        return page(
                filter.bind(NamedSql.of(text)),
                KEY,
                page,
                Optional.of(snapshot.day()).filter(given -> onDay));
    }

    private KeysetPage<TimelineItem> all(PageRequest page) throws SQLException {
        return page(NamedSql.of(ALL_SPANS), BY_FACT, page, Optional.empty());
    }

    private KeysetPage<TimelineItem> page(NamedSql sql, ListSortKey key, PageRequest page, Optional<LocalDate> day)
            throws SQLException {
        var statements = SetCoverages.statement().then(key.bind(sql, page));
        var known = snapshot.together(statements, results -> {
            var coverages = SetCoverages.read(results);
            return KeysetPage.of(
                    results.next(row -> new Keyed<>(key.read(row), TimelineReads.known(row, coverages))), page);
        });
        var names = names(known.items().stream());
        return known.map(item -> item(item, names, day));
    }

    private Map<String, KeysetPage<TimelineItem>> ofEach(
            String text, List<String> parents, TimelineFilter filter, int size) throws SQLException {
        var page = FirstPages.request(size);
        var sql = filter.memberships().bind(NamedSql.of(text)).with("parents", parents);
        var known = snapshot.together(SetCoverages.statement().then(KEY.bind(sql, page)), results -> {
            var coverages = SetCoverages.read(results);
            var rows = results.next(row ->
                    Map.entry(row.text("parent"), new Keyed<>(KEY.read(row), TimelineReads.known(row, coverages))));
            return FirstPages.pages(FirstPages.grouped(rows, Map.Entry::getKey, Map.Entry::getValue), page);
        });
        var names = names(known.values().stream().flatMap(each -> each.items().stream()));
        var day = Optional.of(snapshot.day()).filter(given -> filter.onDay());
        return FirstPages.map(known, item -> item(item, names, day));
    }

    private Map<String, KeysetPage<TimelineItem>> ofEachWithPredecessors(
            String text, List<String> organizations, TimelineFilter filter, int size) throws SQLException {
        var chains = new OrganizationReads(snapshot).withPredecessors(organizations);
        var all = chains.values().stream().flatMap(List::stream).distinct().toList();
        var timelines = ofEach(text, all, filter, size);
        var merged = new HashMap<String, KeysetPage<TimelineItem>>();
        chains.forEach((organization, chain) -> merged.put(
                organization,
                KeysetPage.merge(
                        chain.stream()
                                .flatMap(id -> Optional.ofNullable(timelines.get(id)).stream())
                                .toList(),
                        FirstPages.request(size))));
        return merged;
    }

    /** The span as an item, for a read of no particular day. */
    TimelineItem item(Known known) throws SQLException {
        return item(known, names(Stream.of(known)), Optional.empty());
    }

    private PartyNameLookup names(Stream<Known> items) throws SQLException {
        var codes = new TreeSet<String>();
        items.forEach(item -> codes.addAll(List.of(item.organization(), item.party())));
        return new OrganizationReads(snapshot).names(codes);
    }

    static Known known(ResultRow row, SetCoverages coverages) throws SQLException {
        return new Known(
                row.text("organization"),
                row.text("party"),
                row.text("aspect").equals("status"),
                MembershipSpan.read(row, coverages));
    }

    /** @param day the day of the read, if it selects only spans of that day */
    private static TimelineItem item(Known known, PartyNameLookup names, Optional<LocalDate> day) {
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
                span.url(),
                MembershipSpan.changeUrl(span.opened()),
                span.closed().map(MembershipSpan::changeUrl),
                span.disputed(),
                span.sources(),
                Optional.of(span.founding()).filter(founding -> founding),
                Optional.of(span.dissolved()).filter(dissolved -> dissolved),
                day.map(span::certainty)
                        .or(() -> Optional.of(Certainty.POSSIBLE).filter(possible -> span.isAfterParty()))
                        .map(Certainty::json),
                span.coveredUntil().map(EffectiveDate::of));
    }

    private static ReadScope scope(TimelineFilter filter) {
        return filter.withPredecessors()
                ? ReadScope.MEMBERSHIPS
                : ReadScope.membersOf(filter.memberships().organizations().getFirst());
    }
}
