package org.depositary.gateway.read.findings;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.KeysetPage.Keyed;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.facts.FactPath;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.parties.PartyReads;

/** Reads findings. A finding is a clue of a fact that is confirmed by comparing it to related facts. */
public record FindingReads(Snapshot snapshot) {

    public static final ListQuery<FindingFilter, Finding> FINDINGS =
            (snapshot, filter, page) -> new FindingReads(snapshot).list(filter, page);

    /** Findings about facts that name a registered organisation. */
    public static final ListQuery<FindingFilter, Finding> FINDINGS_OF_ORGANIZATION = (snapshot, filter, page) -> {
        new OrganizationReads(snapshot).require(filter.organizations().getFirst());
        return FINDINGS.page(snapshot, filter, page);
    };

    /** Findings about facts that name a known party. */
    public static final ListQuery<FindingFilter, Finding> FINDINGS_OF_PARTY = (snapshot, filter, page) -> {
        new PartyReads(snapshot).require(filter.party().orElseThrow());
        return FINDINGS.page(snapshot, filter, page);
    };

    /** Selects all findings of a kind, in the order of the primary key, so that PostgreSQL stops after one page. */
    private static final String OF_ALL = """
            SELECT c.fact, c.id, c.about, c.said, c.organizations, c.parties, related.facts, related.told,
                   (SELECT f.sources FROM facts_at(:instant) f WHERE f.kind = c.fact AND f.id = c.id) AS sources
            FROM clues_at(:instant) c
            CROSS JOIN LATERAL related_facts(c.finding, c.id, c.about, c.said, c.start_earliest, :instant) related
            WHERE c.finding = :finding AND (c.fact, c.id, c.about) > (:afterFact, :afterId, :afterAbout)
            AND (NOT :onDay OR c.start_earliest <= :day AND c.end_latest > :day)
            ORDER BY c.fact, c.id, c.about LIMIT :limit
            """;

    /** Selects the clues of citations without a place, which are few, instead of all citations. */
    private static final String OF_ORPHANS = """
            WITH c AS MATERIALIZED (
                SELECT c.*, orphan.occurrences FROM orphaned_citations() orphan
                JOIN clues_at(:instant) c ON c.finding = :finding AND c.about = orphan.about AND c.about <> ''
                WHERE (c.fact, c.id, c.about) > (:afterFact, :afterId, :afterAbout)
                AND (NOT :onDay OR c.start_earliest <= :day AND c.end_latest > :day)
            )
            SELECT c.fact, c.id, c.about, c.said, c.organizations, c.parties, '{}'::text[] AS facts,
                   c.occurrences::text AS told,
                   (SELECT f.sources FROM facts_at(:instant) f WHERE f.kind = c.fact AND f.id = c.id) AS sources
            FROM c ORDER BY c.fact, c.id, c.about LIMIT :limit
            """;

    /**
     * Selects findings about facts that name an organisation. The index {@code clue_of} selects the clues, which are
     * few.
     */
    private static final String OF_ORGANIZATIONS = """
            WITH c AS MATERIALIZED (
                SELECT * FROM clues_at(:instant) c
                WHERE c.finding = :finding AND (c.fact, c.id, c.about) > (:afterFact, :afterId, :afterAbout)
                AND (NOT :onDay OR c.start_earliest <= :day AND c.end_latest > :day)
                AND c.organizations && :organizations
                AND (:party::text IS NULL OR c.parties @> ARRAY[:party::text])
            )
            SELECT c.fact, c.id, c.about, c.said, c.organizations, c.parties, related.facts, related.told,
                   (SELECT f.sources FROM facts_at(:instant) f WHERE f.kind = c.fact AND f.id = c.id) AS sources
            FROM c
            CROSS JOIN LATERAL related_facts(c.finding, c.id, c.about, c.said, c.start_earliest, :instant) related
            ORDER BY c.fact, c.id, c.about LIMIT :limit
            """;

    /** Selects findings about facts that name a party, with the same index. */
    private static final String OF_PARTY = """
            WITH c AS MATERIALIZED (
                SELECT * FROM clues_at(:instant) c
                WHERE c.finding = :finding AND (c.fact, c.id, c.about) > (:afterFact, :afterId, :afterAbout)
                AND (NOT :onDay OR c.start_earliest <= :day AND c.end_latest > :day)
                AND c.parties @> ARRAY[:party::text]
            )
            SELECT c.fact, c.id, c.about, c.said, c.organizations, c.parties, related.facts, related.told,
                   (SELECT f.sources FROM facts_at(:instant) f WHERE f.kind = c.fact AND f.id = c.id) AS sources
            FROM c
            CROSS JOIN LATERAL related_facts(c.finding, c.id, c.about, c.said, c.start_earliest, :instant) related
            ORDER BY c.fact, c.id, c.about LIMIT :limit
            """;

    /**
     * Selects the possible duplicates of exercises of which one names an organisation or a party. The finding belongs to the
     * greater record of a pair, so the lesser ones that name it seek the greater ones.
     */
    private static final String DUPLICATES = """
            WITH named AS MATERIALIZED (
                SELECT c.id, c.said FROM clues_at(:instant) c WHERE c.finding = :finding AND %s
            ), c AS MATERIALIZED (
                SELECT * FROM clues_at(:instant) c
                WHERE c.finding = :finding AND c.fact = 'exercise' AND c.id = ANY (ARRAY(
                    SELECT n.id FROM named n
                    UNION
                    SELECT o.id FROM named n
                    CROSS JOIN LATERAL clues_with_keys(
                        ARRAY(SELECT jsonb_array_elements_text(n.said -> 'sought')), :instant) o
                    WHERE o.id > n.id AND may_be_one(n.said, o.said)))
                AND (c.fact, c.id, c.about) > (:afterFact, :afterId, :afterAbout)
                AND (NOT :onDay OR c.start_earliest <= :day AND c.end_latest > :day)
            )
            SELECT c.fact, c.id, c.about, c.said, c.organizations, c.parties, related.facts, related.told,
                   (SELECT f.sources FROM facts_at(:instant) f WHERE f.kind = c.fact AND f.id = c.id) AS sources
            FROM c
            CROSS JOIN LATERAL related_facts(c.finding, c.id, c.about, c.said, c.start_earliest, :instant) related
            ORDER BY c.fact, c.id, c.about LIMIT :limit
            """;

    private static final String DUPLICATES_OF_ORGANIZATIONS = ofBoth(DUPLICATES.formatted(
            "c.organizations && :organizations AND (:party::text IS NULL OR c.parties @> ARRAY[:party::text])"));

    private static final String DUPLICATES_OF_PARTY = ofBoth(DUPLICATES.formatted("c.parties @> ARRAY[:party::text]"));

    private static final String DUPLICATES_OF_ALL = ofBoth(OF_ALL);

    /** A possible duplicate names what both of its exercises name. */
    private static String ofBoth(String statement) {
        return statement.replace("c.organizations, c.parties,", namedByBoth("organizations") + namedByBoth("parties"));
    }

    private static String namedByBoth(String column) {
        return """
                ARRAY(SELECT unnest(c.%1$s) UNION
                      SELECT unnest(o.%1$s) FROM clues_at(:instant) o
                      WHERE o.finding = c.finding AND o.fact = 'exercise'
                      AND o.id = ANY (ARRAY(SELECT split_part(r.fact, '/', 2) FROM unnest(related.facts) r (fact)))
                      ORDER BY 1) AS %1$s,
                """.formatted(column);
    }

    /** Executes one statement per kind of finding, until the page is full. */
    private KeysetPage<Finding> list(FindingFilter filter, PageRequest page) throws SQLException {
        var found = new ArrayList<Keyed<Finding>>();
        for (var kind : filter.kinds()) {
            int missing = page.limit() - found.size();
            if (missing > 0 && !precedes(kind, page)) {
                found.addAll(of(kind, filter, page, missing));
            }
        }
        return KeysetPage.of(found, page);
    }

    private static boolean precedes(FindingKind kind, PageRequest page) {
        return !page.isFirst() && kind.compareTo(FindingKind.of(page.key(0, ""))) < 0;
    }

    private List<Keyed<Finding>> of(FindingKind kind, FindingFilter filter, PageRequest page, int limit)
            throws SQLException {
        boolean continues = !page.isFirst() && kind.json().equals(page.key(0, ""));
        var sql = filter.bind(NamedSql.of(statement(kind, filter)))
                .with("finding", kind.json())
                .with("afterFact", continues ? page.key(1, "") : "")
                .with("afterId", continues ? page.key(2, "") : "")
                .with("afterAbout", continues ? page.key(3, "") : "")
                .with("limit", limit);
        return snapshot.list(sql, row -> keyed(kind, row));
    }

    private static String statement(FindingKind kind, FindingFilter filter) {
        if (kind == FindingKind.POSSIBLE_DUPLICATE) {
            return duplicates(filter);
        }
        if (!filter.organizations().isEmpty()) {
            return OF_ORGANIZATIONS;
        }
        if (filter.party().isPresent()) {
            return OF_PARTY;
        }
        return kind == FindingKind.ORPHANED_CITATION ? OF_ORPHANS : OF_ALL;
    }

    private static String duplicates(FindingFilter filter) {
        if (!filter.organizations().isEmpty()) {
            return DUPLICATES_OF_ORGANIZATIONS;
        }
        return filter.party().isPresent() ? DUPLICATES_OF_PARTY : DUPLICATES_OF_ALL;
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
                        row.text("fact").equals("document") ? List.of() : row.sources("sources")));
    }

    /**
     * Returns the URL path of a fact.
     *
     * @param fact kind and id, separated by a slash
     */
    private static String address(String fact) {
        int slash = fact.indexOf('/');
        return FactPath.of(fact.substring(0, slash), fact.substring(slash + 1));
    }
}
