package org.depositary.gateway.read.memberships.years;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.KeysetPage.Keyed;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.gateway.read.memberships.MembershipSpan;
import org.depositary.gateway.read.memberships.SetCoverages;
import org.depositary.gateway.read.memberships.years.ImportableHistory.Part;
import org.depositary.gateway.read.memberships.years.MembershipYearReads.Row;

/**
 * Reads the years of a file that can be imported again, so that every row is known. It leaves out parties whose statuses
 * in an organisation cannot be expressed by years ({@link ImportableHistory}).
 */
public record ImportableYearReads(Snapshot snapshot) {

    public static final ListQuery<YearFilter, MembershipYear> YEARS = ListQuery.within(
            ReadScope.MEMBERSHIPS, (snapshot, filter, page) -> new ImportableYearReads(snapshot).list(filter, page));

    private static final String OF_ORGANIZATION = """
            SELECT s.*, opened.statement ->> 'change' AS opened_by, closed.statement ->> 'change' AS closed_by
            FROM held_spans_at(:instant) s
            LEFT JOIN LATERAL (SELECT f.statement FROM facts_at(:instant) f
                WHERE f.kind = 'membership-change' AND f.id = s.opened LIMIT 1) opened ON true
            LEFT JOIN LATERAL (SELECT f.statement FROM facts_at(:instant) f
                WHERE f.kind = 'membership-change' AND f.id = s.closed LIMIT 1) closed ON true
            WHERE s.organization = ANY (:organizations) AND s.aspect = 'status'
            AND (:party::text IS NULL OR s.party = :party)
            ORDER BY s.party, s.start_earliest, s.start_latest, s.opened
            """;

    private record PartyPart(String party, Part part) {}

    private KeysetPage<MembershipYear> list(YearFilter filter, PageRequest page) throws SQLException {
        var years = new MembershipYearReads(snapshot);
        var found = new ArrayList<Keyed<Row>>();
        for (var organization : years.organizations(filter, page)) {
            if (found.size() < page.limit()) {
                rows(organization, filter).stream()
                        .map(Row::keyed)
                        .filter(row -> page.precedes(row.key()))
                        .limit(page.limit() - found.size())
                        .forEach(found::add);
            }
        }
        return years.named(KeysetPage.of(found, page));
    }

    private List<Row> rows(String organization, YearFilter filter) throws SQLException {
        var sql = filter.in(organization).memberships().bind(NamedSql.of(OF_ORGANIZATION));
        var parts = snapshot.together(SetCoverages.statement().then(sql), results -> {
            var coverages = SetCoverages.read(results);
            return results.next(row -> new PartyPart(
                    row.text("party"),
                    new Part(
                            MembershipSpan.read(row, coverages),
                            row.optionalText("opened_by"),
                            row.optionalText("closed_by"))));
        });
        var histories = new TreeMap<String, List<Part>>();
        parts.forEach(one -> histories
                .computeIfAbsent(one.party(), party -> new ArrayList<>())
                .add(one.part()));
        int last =
                last(filter, histories.values().stream().flatMap(List::stream).toList());
        return histories.entrySet().stream()
                .map(entry -> rows(organization, entry.getKey(), new ImportableHistory(entry.getValue()), filter, last))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> rows(
            String organization, String party, ImportableHistory history, YearFilter filter, int last) {
        return history.isExpressible(last) && history.parts().getFirst().firstYear() >= filter.first()
                ? history.years(last).stream()
                        .map(year -> new Row(organization, party, year.year(), year.span()))
                        .toList()
                : List.of();
    }

    /**
     * The last whole year for which the sources of all open memberships speak. An import takes the last year of the file for
     * the time until which they are known, and ends those with fewer years.
     */
    private int last(YearFilter filter, List<Part> parts) {
        return parts.stream()
                .filter(Part::isOpen)
                .flatMap(part -> part.span().coveredUntil().stream())
                .flatMap(until -> until.latest().stream())
                .map(day -> day.plusDays(1).getYear() - 1)
                .reduce(filter.last(snapshot), Math::min);
    }
}
