package org.depositary.gateway.read.memberships.years;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.KeysetPage.Keyed;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.facts.FactPath;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.gateway.read.memberships.MembershipSpan;
import org.depositary.gateway.read.memberships.SetCoverages;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.organizations.PartyNameLookup;
import org.depositary.gateway.read.parties.StateNumbers;
import org.depositary.vocabulary.dates.Certainty;

/** Reads one row for each organisation, party and year. */
public record MembershipYearReads(Snapshot snapshot) {

    public static final ListQuery<YearFilter, MembershipYear> YEARS = ListQuery.within(
            ReadScope.MEMBERSHIPS, (snapshot, filter, page) -> new MembershipYearReads(snapshot).list(filter, page));

    private static final String ORGANIZATIONS = """
            SELECT o.id FROM organizations_at(:instant) o
            WHERE o.id >= :after AND (:organizations::text[] IS NULL OR o.id = ANY (:organizations)) ORDER BY o.id
            """;

    /**
     * The last status of each party in each year, in one organisation. A membership without an end goes on until the
     * last requested year. One whose start has no bound at all has no years.
     */
    private static final String OF_ORGANIZATION = """
            SELECT DISTINCT ON (s.party, y.year) s.*, y.year
            FROM held_spans_at(:instant) s
            CROSS JOIN LATERAL generate_series(
                extract(year FROM greatest(
                    CASE WHEN isfinite(s.start_earliest) THEN s.start_earliest
                         WHEN isfinite(s.start_latest) THEN s.start_latest ELSE :last::date + 366 END, :first))::int,
                extract(year FROM least(s.end_latest - 1, s.dissolved_latest - 1, :last))::int) y (year)
            WHERE s.organization = ANY (:organizations) AND s.aspect = 'status'
            AND (:party::text IS NULL OR s.party = :party)
            AND (:statuses::text[] IS NULL OR s.status = ANY (:statuses))
            AND (s.party, y.year) > (:after_party, :after_year::int)
            ORDER BY s.party, y.year, s.start_earliest DESC, s.start_latest DESC, s.opened DESC LIMIT :limit
            """;

    record Row(String organization, String party, int year, MembershipSpan span) {

        Keyed<Row> keyed() {
            return new Keyed<>(List.of(organization, party, String.valueOf(year)), this);
        }
    }

    /** Executes one statement for each organisation, until the page is full. */
    private KeysetPage<MembershipYear> list(YearFilter filter, PageRequest page) throws SQLException {
        var found = new ArrayList<Keyed<Row>>();
        for (var organization : organizations(filter, page)) {
            int missing = page.limit() - found.size();
            if (missing > 0) {
                found.addAll(of(organization, filter, page, missing));
            }
        }
        return named(KeysetPage.of(found, page));
    }

    KeysetPage<MembershipYear> named(KeysetPage<Row> rows) throws SQLException {
        var codes = new TreeSet<String>();
        rows.items().forEach(row -> codes.addAll(List.of(row.organization(), row.party())));
        var names = new OrganizationReads(snapshot).names(codes);
        return rows.map(row -> year(row, names));
    }

    List<String> organizations(YearFilter filter, PageRequest page) throws SQLException {
        var sql = filter.memberships().bind(NamedSql.of(ORGANIZATIONS)).with("after", page.key(0, ""));
        return snapshot.list(sql, row -> row.text("id"));
    }

    private List<Keyed<Row>> of(String organization, YearFilter filter, PageRequest page, int limit)
            throws SQLException {
        boolean continues = organization.equals(page.key(0, ""));
        var sql = filter.in(organization)
                .bind(NamedSql.of(OF_ORGANIZATION), snapshot)
                .with("after_party", continues ? page.key(1, "") : "")
                .with("after_year", continues ? page.key(2, "0") : "0")
                .with("limit", limit);
        return snapshot.together(SetCoverages.statement().then(sql), results -> {
            var coverages = SetCoverages.read(results);
            return results.next(row -> row(row, coverages).keyed());
        });
    }

    private static Row row(ResultRow row, SetCoverages coverages) throws SQLException {
        return new Row(
                row.text("organization"), row.text("party"), row.number("year"), MembershipSpan.read(row, coverages));
    }

    private static MembershipYear year(Row row, PartyNameLookup names) {
        var numbers = StateNumbers.of(row.party(), row.year());
        return new MembershipYear(
                row.organization(),
                names.of(row.organization()),
                row.party(),
                names.of(row.party()),
                numbers.cow(),
                numbers.gw(),
                row.year(),
                row.span().status(),
                certainty(row).json(),
                FactPath.of("membership-change", row.span().opened()),
                MembershipYear.source(row.span().sources()));
    }

    /** Certain if the status was certain on a day of the year, or certainly began within it and did not end before. */
    private static Certainty certainty(Row row) {
        var first = LocalDate.of(row.year(), 1, 1);
        var last = LocalDate.of(row.year(), 12, 31);
        var begun = row.span().since().latest().filter(day -> !day.isBefore(first) && !day.isAfter(last));
        boolean certain = Stream.concat(Stream.of(first, last), begun.stream())
                .anyMatch(day -> row.span().certainty(day) == Certainty.CERTAIN);
        return certain ? Certainty.CERTAIN : Certainty.POSSIBLE;
    }
}
