package org.depositary.gateway.read.memberships.years;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.KeysetPage.Keyed;
import org.depositary.gateway.read.ListQuery;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.organizations.PartyNameLookup;
import org.depositary.gateway.read.parties.StateNumbers;

/** Reads how many organisations two parties share, for each pair of parties and year. */
public record SharedOrganizationReads(Snapshot snapshot) {

    public static final ListQuery<YearFilter, SharedOrganizations> PAIRS =
            (snapshot, filter, page) -> new SharedOrganizationReads(snapshot).list(filter, page);

    private static final String FIRST_YEAR = """
            SELECT extract(year FROM min(s.start_earliest))::int AS year FROM spans_at(:instant) s
            WHERE isfinite(s.start_earliest) AND s.aspect = 'status'
            AND (:organizations::text[] IS NULL OR s.organization = ANY (:organizations))
            """;

    /** Each organisation makes its own pairs from an array, because a join of all spans depends on the plan. */
    private static final String OF_YEAR = """
            SELECT a.party, b.party AS with, count(*) AS organizations
            FROM (
                SELECT s.organization, array_agg(DISTINCT s.party) AS parties
                FROM held_spans_at(:instant) s
                WHERE s.aspect = 'status' AND s.status = ANY (:statuses)
                AND s.start_earliest <= :last AND s.end_latest > :first
                AND (s.dissolved_latest IS NULL OR s.dissolved_latest > :first)
                AND (:organizations::text[] IS NULL OR s.organization = ANY (:organizations))
                GROUP BY s.organization
            ) o
            CROSS JOIN LATERAL unnest(o.parties) WITH ORDINALITY a (party, place)
            CROSS JOIN LATERAL unnest(o.parties) WITH ORDINALITY b (party, place)
            WHERE b.place > a.place AND (:party::text IS NULL OR :party IN (a.party, b.party))
            AND (a.party, b.party) > (:after_party, :after_with)
            GROUP BY a.party, b.party ORDER BY a.party, b.party LIMIT :limit
            """;

    private record Row(int year, String party, String with, int organizations) {

        Keyed<Row> keyed() {
            return new Keyed<>(List.of(String.valueOf(year), party, with), this);
        }
    }

    /** Executes one statement for each year, until the page is full. */
    private KeysetPage<SharedOrganizations> list(YearFilter filter, PageRequest page) throws SQLException {
        var found = new ArrayList<Keyed<Row>>();
        int last = filter.last(snapshot);
        for (int year = firstYear(filter, page); year <= last && found.size() < page.limit(); year++) {
            found.addAll(of(year, filter, page, page.limit() - found.size()));
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

    private List<Keyed<Row>> of(int year, YearFilter filter, PageRequest page, int limit) throws SQLException {
        boolean continues = String.valueOf(year).equals(page.key(0, ""));
        var sql = filter.memberships()
                .bind(NamedSql.of(OF_YEAR))
                .with("first", LocalDate.of(year, 1, 1))
                .with("last", LocalDate.of(year, 12, 31))
                .with("after_party", continues ? page.key(1, "") : "")
                .with("after_with", continues ? page.key(2, "") : "")
                .with("limit", limit);
        return snapshot.list(
                sql, row -> new Row(year, row.text("party"), row.text("with"), row.number("organizations")).keyed());
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
