package org.depositary.gateway.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be the matter with facts, in the order of a list: what people can do something about comes first. */
enum FindingKind {
    /** Sources do not agree on a fact, and nobody has said which to believe. */
    CONTRADICTION(Beside.NOTHING),

    /** Shares of a whole do not make up the whole. */
    SUM(Beside.NOTHING),

    /** A figure per head is not that of the whole, divided by the population. */
    QUOTIENT(Beside.FIGURES),

    /** A place is not in the country that the fact has it in. */
    PLACE(Beside.PLACES),

    /** Somebody held an office while somebody else did. */
    OVERLAP(Beside.TERMS),

    /** A fact refers to what nobody has registered. */
    UNREGISTERED(Beside.NO_REGISTRATION),

    /** No source of the fact is a passage of a document. */
    NO_PASSAGE(Beside.NOTHING);

    private static final List<String> NAMES =
            Arrays.stream(values()).map(FindingKind::json).toList();

    private final String beside;

    FindingKind(String beside) {
        this.beside = beside;
    }

    String json() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static FindingKind of(String json) {
        return values()[NAMES.indexOf(json)];
    }

    /** Several, with commas between them; absent is all of them. */
    static List<FindingKind> several(Optional<String> parameter) {
        var wanted = Values.several("kind", parameter, NAMES);
        return Arrays.stream(values())
                .filter(kind -> wanted.isEmpty() || wanted.contains(kind.json()))
                .toList();
    }

    /**
     * What stands beside a clue {@code c} and makes it a finding: one row, with {@code facts} as kind/id and what they say
     * otherwise, or none where it is no finding.
     */
    String beside() {
        return beside;
    }

    /** The statements; at most ten facts are shown. */
    private static final class Beside {

        static final String NOTHING = "SELECT '{}'::text[] AS facts, NULL::text AS told";

        static final String NO_REGISTRATION = """
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
                    END""".formatted(AsOf.known("o"), AsOf.known("i"), AsOf.known("f"));

        /** Where facts have one place in several countries, those are odd that are not in the majority. */
        static final String PLACES = """
                SELECT coalesce((array_agg(o.fact || '/' || o.id ORDER BY o.fact, o.id))[1:10], '{}') AS facts,
                       string_agg(DISTINCT o.said ->> 'country', ' ') AS told
                FROM clue o
                WHERE o.finding = 'place' AND o.about = c.about AND %s AND c.said -> 'known' IS NULL
                AND o.said ->> 'country' <> c.said ->> 'country'
                HAVING c.said -> 'known' IS NOT NULL
                OR count(*) > 0 AND count(*) >= (
                    SELECT count(*) FROM clue s
                    WHERE s.finding = 'place' AND s.about = c.about AND %s
                    AND s.said ->> 'country' = c.said ->> 'country')""".formatted(AsOf.known("o"), AsOf.known("s"));

        /** The later of two terms is the odd one. */
        static final String TERMS = """
                SELECT (array_agg(o.fact || '/' || o.id ORDER BY o.start_earliest, o.id))[1:10] AS facts,
                       string_agg(DISTINCT o.said ->> 'holder', ', ') AS told
                FROM clue o
                WHERE o.finding = 'overlap' AND o.about = c.about AND %s
                AND (o.start_earliest, o.id) < (c.start_earliest, c.id)
                AND greatest((o.said ->> 'from')::date, (c.said ->> 'from')::date)
                    < least((o.said ->> 'until')::date, (c.said ->> 'until')::date)
                HAVING count(*) > 0""".formatted(AsOf.known("o"));

        /** Where there are several figures of the whole or of the population, it fits if it is any of the quotients. */
        static final String FIGURES = """
                SELECT (array_agg(w.fact || '/' || w.id) || array_agg(p.fact || '/' || p.id))[1:10] AS facts,
                       string_agg(DISTINCT trim_scale(round(w.value / p.value, 2))::text, ' or ') AS told
                FROM (SELECT w.fact, w.id, (w.said ->> 'value')::numeric AS value, (w.said ->> 'least')::numeric AS least,
                             (w.said ->> 'most')::numeric AS most
                      FROM clue w
                      WHERE c.said ->> 'whole' <> '' AND w.finding = 'quotient' AND w.about = c.about AND %s
                      AND w.said ->> 'measure' = c.said ->> 'whole' AND lower(w.said ->> 'unit') = lower(c.said ->> 'unit')) w
                CROSS JOIN
                     (SELECT p.fact, p.id, (p.said ->> 'value')::numeric AS value, (p.said ->> 'least')::numeric AS least,
                             (p.said ->> 'most')::numeric AS most
                      FROM clue p
                      WHERE p.finding = 'quotient' AND p.about = c.about AND %s
                      AND p.said ->> 'measure' = 'population') p
                HAVING count(*) > 0 AND NOT bool_or(
                    w.least / p.most <= (c.said ->> 'most')::numeric
                    AND w.most / p.least >= (c.said ->> 'least')::numeric)""".formatted(AsOf.known("w"), AsOf.known("p"));
    }
}
