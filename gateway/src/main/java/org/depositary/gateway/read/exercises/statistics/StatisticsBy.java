package org.depositary.gateway.read.exercises.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.depositary.gateway.read.ListSortKey;
import org.depositary.gateway.read.exercises.ExerciseFilter;
import org.depositary.gateway.read.exercises.statistics.ExerciseStatisticReads.Selection;

/** What the exercises are grouped by, with the statement that does it. */
public enum StatisticsBy {
    /**
     * The year in which the exercise started. If several years are possible, it counts as possible in each of them. With an
     * uncertain date it is possible in its only year, too. Without a first or last day of the start it has no year.
     */
    YEAR(List.of("year"), List.of("-100000"), Grouping.YEARS, """
            SELECT y.year, c.possible OR c.start_uncertain OR c.first_year < c.last_year AS possible, c.exercises, c.days, c.without_days,
                   c.least, c.most, c.without_strength
            FROM chosen c CROSS JOIN LATERAL generate_series(c.first_year, least(c.last_year, c.first_year + 99)) y (year)
            WHERE y.year > :after_year::int AND c.last_year IS NOT NULL
            """),

    KIND(List.of("kind"), List.of(""), Grouping.KINDS, """
            SELECT c.kind COLLATE "C" AS kind, c.possible, c.exercises, c.days, c.without_days, c.least, c.most,
                   c.without_strength
            FROM chosen c WHERE c.kind COLLATE "C" > :after_kind
            """),

    ORGANIZATION(List.of("organization"), List.of(""), Grouping.ORGANIZATIONS, """
            SELECT o.organization COLLATE "C" AS organization, c.possible, c.exercises, c.days, c.without_days,
                   c.least, c.most, c.without_strength
            FROM chosen c CROSS JOIN LATERAL unnest(c.organizations) o (organization)
            WHERE o.organization COLLATE "C" > :after_organization
            """),

    /** Exercises without a series are in the total only. */
    SERIES(List.of("series"), List.of(""), Grouping.SERIES, """
            SELECT c.series COLLATE "C" AS series, c.possible, c.exercises, c.days, c.without_days, c.least, c.most,
                   c.without_strength
            FROM chosen c WHERE c.series COLLATE "C" > :after_series
            """),

    PARTY(List.of("party"), List.of(""), """
            SELECT t.party, NOT t.certain AS possible, t.days, t.least, t.most
            FROM (%s) t
            WHERE t.party > :after_party
            """.formatted(ExerciseStatisticReads.PARTICIPANTS)),

    /**
     * Two parties in one exercise. Each exercise makes its own pairs from an array: {@code a} and {@code b} are places
     * in it. A join of all participants with each other would depend on the plan that PostgreSQL makes while the table
     * is empty.
     */
    PAIR(List.of("party", "with"), List.of("", ""), """
            SELECT p.parties[p.a] AS party, p.parties[p.b] AS with, NOT (p.certain[p.a] AND p.certain[p.b]) AS possible,
                   p.days,
                   CASE WHEN p.least[p.a] IS NULL THEN p.least[p.b]
                       ELSE p.least[p.a] + coalesce(p.least[p.b], 0) END AS least,
                   CASE WHEN p.most[p.a] IS NULL THEN p.most[p.b]
                       ELSE p.most[p.a] + coalesce(p.most[p.b], 0) END AS most
            FROM (
                SELECT e.*, generate_series(e.a + 1, cardinality(e.parties)) AS b
                FROM (
                    SELECT t.id, min(t.days) AS days, array_agg(t.party ORDER BY t.party) AS parties,
                           array_agg(t.certain ORDER BY t.party) AS certain, array_agg(t.least ORDER BY t.party) AS least,
                           array_agg(t.most ORDER BY t.party) AS most,
                           generate_series(1, count(*)::int - 1) AS a
                    FROM (%s) t
                    GROUP BY t.id
                ) e
            ) p
            WHERE (p.parties[p.a], p.parties[p.b]) > (:after_party, :after_with)
            AND (:party::text IS NULL OR :party IN (p.parties[p.a], p.parties[p.b]))
            """.formatted(ExerciseStatisticReads.PARTICIPANTS));

    public static final List<String> NAMES =
            Arrays.stream(values()).map(StatisticsBy::json).toList();

    /**
     * The columns by which exercises are summed before they are grouped.
     *
     * @param values their values in exercise {@code e}
     * @param columns their names
     * @param certainYear whether it is certain that exercises {@code c} belong to one year
     */
    private record Grouping(String values, String columns, String certainYear) {

        private static final Grouping YEARS = new Grouping(
                """
                CASE WHEN isfinite(e.start_earliest) THEN date_part('year', e.start_earliest)::int END AS first_year,
                CASE WHEN isfinite(e.start_latest) THEN date_part('year', e.start_latest)::int END AS last_year,
                e.start_uncertain\
                """,
                "c.first_year, c.last_year, c.start_uncertain",
                "c.first_year = c.last_year AND NOT c.start_uncertain");
        private static final Grouping KINDS = new Grouping("e.kind", "c.kind", "false");
        private static final Grouping SERIES = new Grouping("e.series", "c.series", "false");
        private static final Grouping ORGANIZATIONS = new Grouping("e.organizations", "c.organizations", "false");
    }

    private final ListSortKey key;
    private final Statement filtered;
    private final Statement all;

    /**
     * @param chosen the exercises that are selected, as WITH queries
     * @param total the query of {@link StatisticsTotal}
     * @param groups the rest of the statement
     */
    private record Statement(String chosen, String total, String groups) {

        String text() {
            return "WITH %s,\ntotal AS MATERIALIZED (%s)\n%s".formatted(chosen, total, groups);
        }

        String totalAlone() {
            return "WITH %s\n%s".formatted(chosen, total);
        }
    }

    /** Groups single exercises. */
    StatisticsBy(List<String> columns, List<String> least, String rows) {
        key = new ListSortKey(columns, least);
        var groups = groups(columns, ExerciseStatisticReads.SUMS, rows);
        filtered = ofSingle(Selection.FILTERED, groups);
        all = ofSingle(Selection.IN_TIME, groups);
    }

    /** Groups sums of exercises. */
    StatisticsBy(List<String> columns, List<String> least, Grouping grouping, String rows) {
        key = new ListSortKey(columns, least);
        var groups = groups(columns, ExerciseStatisticReads.SUMS_OF_SUMS, rows);
        filtered = ofSums(grouping, Selection.FILTERED, groups);
        all = ofSums(grouping, Selection.IN_TIME, groups);
    }

    private static Statement ofSingle(Selection selection, String groups) {
        var chosen = ExerciseStatisticReads.chosen(
                "e.id, m.ids AS merged", "LEFT JOIN merged m ON m.root = e.id", selection);
        return new Statement(
                "%s, chosen AS MATERIALIZED (%s)".formatted(ExerciseStatisticReads.MERGED, chosen),
                ExerciseStatisticReads.TOTAL,
                groups);
    }

    private static Statement ofSums(Grouping by, Selection selection, String groups) {
        return new Statement(
                "chosen AS MATERIALIZED (%s)"
                        .formatted(ExerciseStatisticReads.sumsBy(by.columns(), by.values(), selection)),
                ExerciseStatisticReads.totalOfSums(by.certainYear()),
                groups);
    }

    private static String groups(List<String> columns, String sums, String rows) {
        var quoted =
                String.join(", ", columns.stream().map("g.\"%s\""::formatted).toList());
        return """
                SELECT g.*, total.*
                FROM (
                    SELECT %s, %s
                    FROM (%s) g
                    GROUP BY %s ORDER BY %s LIMIT :limit
                ) g CROSS JOIN total
                ORDER BY %s
                """.formatted(quoted, sums, rows, quoted, quoted, quoted);
    }

    ListSortKey key() {
        return key;
    }

    String statement(ExerciseFilter filter) {
        return of(filter).text();
    }

    String totalAlone(ExerciseFilter filter) {
        return of(filter).totalAlone();
    }

    /** Without optional filters, a row costs one comparison less for each of them (ADR 96). */
    private Statement of(ExerciseFilter filter) {
        return filter.isOnlyTime() ? all : filtered;
    }

    private String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static StatisticsBy of(String json) {
        return values()[NAMES.indexOf(json)];
    }
}
