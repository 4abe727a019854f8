package org.depositary.gateway.read.memberships.years;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.KeysetPage.Keyed;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.gateway.read.memberships.years.SharedMemberships.Count;
import org.depositary.gateway.read.memberships.years.SharedMemberships.Pair;
import org.depositary.gateway.read.memberships.years.SharedMemberships.Stay;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.organizations.PartyNameLookup;
import org.depositary.gateway.read.parties.StateNumbers;

/** Reads how many organisations two parties share, for each pair of parties and year. */
public record SharedOrganizationReads(Snapshot snapshot) {

    /** A page reads all memberships of its years. Recent years of a large register have some 20,000 pairs each. */
    private static final int SEVERAL_YEARS = 50_000;

    private static final ListQuery<YearFilter, SharedOrganizations> PAGES =
            (snapshot, filter, page) -> new SharedOrganizationReads(snapshot).list(filter, page);

    public static final ListQuery<YearFilter, SharedOrganizations> PAIRS =
            ListQuery.within(ReadScope.MEMBERSHIPS, PAGES).completeInPagesOf(SEVERAL_YEARS);

    private static final String FIRST_YEAR = """
            SELECT extract(year FROM min(s.start_earliest))::int AS year FROM spans_at(:instant) s
            WHERE isfinite(s.start_earliest) AND s.aspect = 'status'
            AND (:organizations::text[] IS NULL OR s.organization = ANY (:organizations))
            """;

    /**
     * The memberships of some years. With a party, only those of its organisations. Dissolved organisations are read once,
     * because there are few, and a lookup for each membership would cost more than the rest.
     */
    private static final String STAYS = """
            WITH dissolved AS MATERIALIZED (
                SELECT o.id, o.dissolved_latest - 1 AS last_day
                FROM organizations_at(:instant) o WHERE o.dissolved_latest IS NOT NULL)
            SELECT s.organization, s.party, extract(year FROM greatest(s.start_earliest, :first))::int AS first_year,
                   extract(year FROM least(s.end_latest - 1, o.last_day, p.last_day, :last))::int AS last_year
            FROM spans_at(:instant) s
            LEFT JOIN dissolved o ON o.id = s.organization
            LEFT JOIN dissolved p ON p.id = s.party AND p.last_day >= s.start_earliest
            WHERE s.aspect = 'status' AND s.status = ANY (:statuses)
            AND s.start_earliest <= :last AND s.end_latest > :first
            AND (:organizations::text[] IS NULL OR s.organization = ANY (:organizations))
            AND (:party::text IS NULL OR s.organization = ANY (ARRAY(
                SELECT m.organization FROM spans_at(:instant) m WHERE m.party = :party)))
            """;

    private record Row(int year, String party, String with, int organizations) {

        static Row of(int year, Count count) {
            return new Row(year, count.pair().party(), count.pair().with(), count.organizations());
        }

        Keyed<Row> keyed() {
            return new Keyed<>(List.of(String.valueOf(year), party, with), this);
        }
    }

    /**
     * Reads the memberships of a year, then of the next two years, the next four and so on, until the page is full. Early
     * years have few memberships, and late years fill a page alone.
     */
    private KeysetPage<SharedOrganizations> list(YearFilter filter, PageRequest page) throws SQLException {
        var found = new ArrayList<Keyed<Row>>();
        int last = filter.last(snapshot);
        int years = 1;
        int year = firstYear(filter, page);
        while (year <= last && found.size() < page.limit()) {
            int until = Math.min(last, year + years - 1);
            add(stays(filter, year, until), year, until, filter, page, found);
            year = until + 1;
            years *= 2;
        }
        var rows = KeysetPage.of(found, page);
        var codes = new TreeSet<String>();
        rows.items().forEach(row -> codes.addAll(List.of(row.party(), row.with())));
        var names = new OrganizationReads(snapshot).names(codes);
        return rows.map(row -> pair(row, names));
    }

    private int firstYear(YearFilter filter, PageRequest page) throws SQLException {
        if (!page.isFirst()) {
            return Integer.parseInt(page.key(0, ""));
        }
        var sql = filter.memberships().bind(NamedSql.of(FIRST_YEAR));
        int recorded = snapshot.first(sql, row -> row.optionalNumber("year"))
                .flatMap(year -> year)
                .map(Long::intValue)
                .orElse(Integer.MAX_VALUE);
        return Math.max(filter.first(), recorded);
    }

    private SharedMemberships stays(YearFilter filter, int first, int last) throws SQLException {
        var sql = filter.memberships()
                .bind(NamedSql.of(STAYS))
                .with("first", LocalDate.of(first, 1, 1))
                .with("last", LocalDate.of(last, 12, 31));
        return new SharedMemberships(snapshot.list(
                sql,
                row -> new Stay(
                        row.text("organization"),
                        row.text("party"),
                        row.number("first_year"),
                        row.number("last_year"))));
    }

    private static void add(
            SharedMemberships stays, int first, int last, YearFilter filter, PageRequest page, List<Keyed<Row>> found) {
        for (int year = first; year <= last && found.size() < page.limit(); year++) {
            boolean continues = String.valueOf(year).equals(page.key(0, ""));
            var after = continues ? new Pair(page.key(1, ""), page.key(2, "")) : new Pair("", "");
            for (var count : stays.pairs(year, after, filter.memberships().party(), page.limit() - found.size())) {
                found.add(Row.of(year, count).keyed());
            }
        }
    }

    private static SharedOrganizations pair(Row row, PartyNameLookup names) {
        var numbers = StateNumbers.of(row.party(), row.year());
        var others = StateNumbers.of(row.with(), row.year());
        return new SharedOrganizations(
                row.year(),
                row.party(),
                names.of(row.party()),
                numbers.cow(),
                numbers.gw(),
                row.with(),
                names.of(row.with()),
                others.cow(),
                others.gw(),
                row.organizations());
    }
}
