package org.depositary.gateway.read.findings;

import org.depositary.gateway.read.ResolvedAsOf;

/**
 * What stands beside a clue {@code c} and makes it a finding: statements with one row, its {@code facts} as kind/id, at most
 * ten, and what they say otherwise, as {@code told}; or with none, where the clue is no finding.
 */
final class RelatedFactsSql {

    /** Nothing: the clue is a finding by itself. */
    static final String NOTHING = "SELECT '{}'::text[] AS facts, NULL::text AS told";

    /** No fact that registers what is referred to. */
    static final String NO_REGISTRATION =
            """
            SELECT '{}'::text[] AS facts, NULL::text AS told
            WHERE NOT CASE c.said ->> 'kind'
                WHEN 'organization' THEN EXISTS (
                    SELECT FROM organization o WHERE o.id = c.said ->> 'id' AND o.stands AND %s)
                WHEN 'organ' THEN EXISTS (
                    SELECT FROM institution i
                    WHERE i.kind = 'organ' AND i.organization = c.said ->> 'organization'
                    AND i.statement ->> 'organ' = c.said ->> 'id' AND %s)
                ELSE EXISTS (
                    SELECT FROM fact f
                    WHERE f.kind = c.said ->> 'kind' AND f.id = c.said ->> 'id' AND f.retracted IS NULL AND %s)
                END
            """.formatted(ResolvedAsOf.known("o"), ResolvedAsOf.known("i"), ResolvedAsOf.known("f"));

    /**
     * Where facts have one place in several countries, those are odd that are not in the majority: it is counted
     * once, since much may happen in one place.
     */
    static final String PLACES = """
            SELECT ARRAY(
                       SELECT o.fact || '/' || o.id FROM clue o
                       WHERE %1$s AND c.said -> 'known' IS NULL AND o.said ->> 'country' <> c.said ->> 'country'
                       ORDER BY o.fact, o.id LIMIT 10) AS facts,
                   (SELECT string_agg(DISTINCT o.said ->> 'country', ' ') FROM clue o
                    WHERE %1$s AND c.said -> 'known' IS NULL
                    AND o.said ->> 'country' <> c.said ->> 'country') AS told
            WHERE c.said -> 'known' IS NOT NULL OR (c.about, c.said ->> 'country') IN (
                SELECT placed.about, placed.country
                FROM (SELECT p.about, p.said ->> 'country' AS country, count(*) AS facts,
                             sum(count(*)) OVER (PARTITION BY p.about) AS of_place
                      FROM clue p WHERE p.finding = 'place' AND p.said -> 'known' IS NULL AND %2$s
                      GROUP BY p.about, p.said ->> 'country') placed
                WHERE placed.of_place > placed.facts AND placed.of_place >= 2 * placed.facts)
            """.formatted(same("o", "place"), ResolvedAsOf.known("p"));

    /** The later of two terms is the odd one. */
    static final String TERMS = """
            SELECT (array_agg(o.fact || '/' || o.id ORDER BY o.start_earliest, o.id))[1:10] AS facts,
                   string_agg(DISTINCT o.said ->> 'holder', ', ') AS told
            FROM clue o
            WHERE %s
            AND (o.start_earliest, o.id) < (c.start_earliest, c.id)
            AND greatest((o.said ->> 'from')::date, (c.said ->> 'from')::date)
                < least((o.said ->> 'until')::date, (c.said ->> 'until')::date)
            HAVING count(*) > 0
            """.formatted(same("o", "overlap"));

    /** Where there are several figures of the whole or of the population, it fits if it is any of the quotients. */
    static final String FIGURES = """
            SELECT (array_agg(w.fact || '/' || w.id) || array_agg(p.fact || '/' || p.id))[1:10] AS facts,
                   string_agg(DISTINCT trim_scale(round(w.value / p.value, 2))::text, ' or ') AS told
            FROM (SELECT w.fact, w.id, (w.said ->> 'value')::numeric AS value,
                         (w.said ->> 'least')::numeric AS least, (w.said ->> 'most')::numeric AS most
                  FROM clue w
                  WHERE c.said ->> 'whole' <> '' AND %s
                  AND w.said ->> 'measure' = c.said ->> 'whole'
                  AND lower(w.said ->> 'unit') = lower(c.said ->> 'unit')) w
            CROSS JOIN
                 (SELECT p.fact, p.id, (p.said ->> 'value')::numeric AS value,
                         (p.said ->> 'least')::numeric AS least, (p.said ->> 'most')::numeric AS most
                  FROM clue p
                  WHERE %s AND p.said ->> 'measure' = 'population') p
            HAVING count(*) > 0 AND NOT bool_or(
                w.least / p.most <= (c.said ->> 'most')::numeric
                AND w.most / p.least >= (c.said ->> 'least')::numeric)
            """.formatted(same("w", "quotient"), same("p", "quotient"));

    private RelatedFactsSql() {}

    /** Clues of one kind about the same as {@code c}, by the index that leaves out those about nothing. */
    private static String same(String alias, String finding) {
        return "%1$s.finding = '%2$s' AND %1$s.about = c.about AND %1$s.about <> '' AND %3$s"
                .formatted(alias, finding, ResolvedAsOf.known(alias));
    }
}
