package org.depositary.gateway.read.findings;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.KeysetPage.Keyed;
import org.depositary.gateway.read.KeysetPage.Wanted;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.ResolvedAsOf;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.WhereClause;
import org.depositary.gateway.read.facts.FactPath;

/** What looks wrong about facts: their clues, in the light of the facts beside them. */
public record FindingReads(Snapshot snapshot) {

    private static final String AFTER = "(c.fact, c.id, c.about) > (:afterFact, :afterId, :afterAbout)";

    /** One kind after the other: each is a question of its own, and a page has answers to few of them. */
    public KeysetPage<Finding> of(FindingFilter filter, Wanted wanted) throws SQLException {
        var found = new ArrayList<Keyed<Finding>>();
        for (var kind : filter.kinds()) {
            int missing = wanted.limit() - found.size();
            if (missing > 0 && !isBehind(kind, wanted)) {
                found.addAll(of(kind, filter.conditions(), wanted, missing));
            }
        }
        return KeysetPage.of(found, wanted);
    }

    private static boolean isBehind(FindingKind kind, Wanted wanted) {
        return !wanted.isFirst() && kind.compareTo(FindingKind.of(wanted.key(0))) < 0;
    }

    private List<Keyed<Finding>> of(FindingKind kind, WhereClause filter, Wanted wanted, int limit)
            throws SQLException {
        if (!wanted.isFirst() && kind.json().equals(wanted.key(0))) {
            filter.and(AFTER)
                    .value("afterFact", wanted.key(1))
                    .value("afterId", wanted.key(2))
                    .value("afterAbout", wanted.key(3));
        }
        var sql = """
                SELECT c.fact, c.id, c.about, c.said, c.organizations, c.parties, beside.facts, beside.told, f.sources
                FROM clue c
                CROSS JOIN LATERAL (%s) beside
                CROSS JOIN LATERAL (
                    SELECT f.sources FROM fact f WHERE f.kind = c.fact AND f.id = c.id AND %s LIMIT 1
                ) f
                WHERE c.finding = :finding AND %s AND %s
                ORDER BY c.fact, c.id, c.about LIMIT :limit
                """.formatted(kind.beside(), ResolvedAsOf.known("f"), ResolvedAsOf.known("c"), filter.text());
        return snapshot.list(
                NamedSql.of(sql)
                        .with("finding", kind.json())
                        .with(filter.values())
                        .with("limit", limit),
                row -> keyed(kind, row));
    }

    private Keyed<Finding> keyed(FindingKind kind, ResultRow row) throws SQLException {
        var key = List.of(kind.json(), row.text("fact"), row.text("id"), row.text("about"));
        var text = new FindingText(row.json("said"), row.optionalText("told"), snapshot.languages());
        var facts = Stream.concat(
                        Stream.of(FactPath.of(row.text("fact"), row.text("id"))),
                        row.texts("facts").stream().map(FindingReads::address))
                .distinct()
                .toList();
        return new Keyed<>(
                key,
                new Finding(
                        kind.json(),
                        text.of(kind),
                        facts,
                        row.texts("organizations"),
                        row.texts("parties"),
                        row.raw("sources")));
    }

    /** Of a fact told as kind/id. */
    private static String address(String fact) {
        int slash = fact.indexOf('/');
        return FactPath.of(fact.substring(0, slash), fact.substring(slash + 1));
    }
}
