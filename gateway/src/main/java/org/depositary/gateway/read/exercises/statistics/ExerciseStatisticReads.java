package org.depositary.gateway.read.exercises.statistics;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.exercises.ExerciseFilter;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.organizations.PartyNameLookup;

/** Reads statistics of exercises. They are computed from the read models, so all filters and both time axes apply. */
public record ExerciseStatisticReads(Snapshot snapshot) {

    /**
     * Which exercises a statement selects.
     *
     * @param condition whether it selects exercise {@code e}
     * @param onlyPossible whether that exercise is only possible
     */
    record Selection(String condition, String onlyPossible) {

        static final Selection FILTERED = new Selection(ExerciseFilter.MATCHES, ExerciseFilter.ONLY_POSSIBLE);

        /** No day of the read limits the selection, so all exercises are certain. */
        static final Selection IN_TIME = new Selection(ExerciseFilter.IN_TIME, "false");
    }

    /** Computed once for a statement, because there are few. */
    static final String MERGED = """
            merged AS MATERIALIZED (
                SELECT m.root, array_agg(m.id ORDER BY m.id) AS ids FROM merged_exercises_at(:instant) m GROUP BY m.root)""";

    /** The columns of {@link ExerciseSums} over rows {@code g}. */
    static final String SUMS = """
            count(*) FILTER (WHERE NOT g.possible) AS exercises,
            count(*) FILTER (WHERE g.possible) AS possible,
            sum(g.days) FILTER (WHERE NOT g.possible)::bigint AS days,
            count(*) FILTER (WHERE NOT g.possible AND g.days IS NULL) AS without_days,
            sum(g.least) FILTER (WHERE NOT g.possible)::bigint AS least,
            sum(g.most) FILTER (WHERE NOT g.possible)::bigint AS most,
            count(*) FILTER (WHERE NOT g.possible AND g.most IS NULL) AS without_strength""";

    /** The same over rows {@code g} that are sums themselves. */
    static final String SUMS_OF_SUMS = """
            coalesce(sum(g.exercises) FILTER (WHERE NOT g.possible), 0)::bigint AS exercises,
            coalesce(sum(g.exercises) FILTER (WHERE g.possible), 0)::bigint AS possible,
            sum(g.days) FILTER (WHERE NOT g.possible)::bigint AS days,
            coalesce(sum(g.without_days) FILTER (WHERE NOT g.possible), 0)::bigint AS without_days,
            sum(g.least) FILTER (WHERE NOT g.possible)::bigint AS least,
            sum(g.most) FILTER (WHERE NOT g.possible)::bigint AS most,
            coalesce(sum(g.without_strength) FILTER (WHERE NOT g.possible), 0)::bigint AS without_strength""";

    /**
     * One row for each chosen exercise and party. An exercise of one record that names all its parties needs no more
     * than their rows. OFFSET keeps PostgreSQL from joining all exercises with all participations, which would depend
     * on the plan that it makes while the tables are empty.
     */
    static final String PARTICIPANTS = """

            SELECT p.id, p.party, bool_or(p.certain AND %s) AS certain, min(p.days) AS days,
                   sum(p.strength_least)::bigint AS least, sum(p.strength_most)::bigint AS most
            FROM (
                SELECT c.id, c.days, p.party, p.role, true AS certain, p.start_earliest, p.start_latest, p.end_earliest,
                       p.end_latest, p.start_uncertain, p.end_uncertain, p.strength_least, p.strength_most
                FROM chosen c CROSS JOIN LATERAL (
                    SELECT * FROM participations_at(:instant) p WHERE p.exercise = c.id OFFSET 0) p
                WHERE c.merged IS NULL
                AND c.id NOT IN (SELECT m.exercise FROM participations_at(:instant) m WHERE m.kind = 'members-of')
                UNION ALL
                SELECT c.id, c.days, p.party, p.role, p.certain, p.start_earliest, p.start_latest, p.end_earliest,
                       p.end_latest, p.start_uncertain, p.end_uncertain, p.strength_least, p.strength_most
                FROM chosen c CROSS JOIN LATERAL participants_of(c.id || c.merged, :instant) p
                WHERE c.merged IS NOT NULL
                OR c.id IN (SELECT m.exercise FROM participations_at(:instant) m WHERE m.kind = 'members-of')
            ) p
            WHERE (:roles::text[] IS NULL OR p.role = ANY (:roles))
            AND (NOT :onDay OR p.start_earliest <= :day AND p.end_latest >= :day)
            GROUP BY p.id, p.party
            """.formatted(ExerciseFilter.CERTAIN_ON_DAY);

    /** The columns of {@link StatisticsTotal}, over single exercises. */
    static final String TOTAL = """
            SELECT count(*) FILTER (WHERE NOT c.possible) AS total_exercises,
                   count(*) FILTER (WHERE c.possible) AS total_possible,
                   sum(c.days) FILTER (WHERE NOT c.possible) AS total_days,
                   count(*) FILTER (WHERE NOT c.possible AND c.days IS NULL) AS total_without_days,
                   sum(c.strength_least) FILTER (WHERE NOT c.possible) AS total_least,
                   sum(c.strength_most) FILTER (WHERE NOT c.possible) AS total_most,
                   count(*) FILTER (WHERE NOT c.possible AND c.strength_most IS NULL) AS total_without_strength,
                   0 AS total_without_certain_year
            FROM chosen c""";

    /**
     * The same over {@link #sumsBy}.
     *
     * @param certainYear whether it is certain that the exercises {@code c} belong to one year
     */
    static String totalOfSums(String certainYear) {
        return """
                SELECT coalesce(sum(c.exercises) FILTER (WHERE NOT c.possible), 0)::bigint AS total_exercises,
                       coalesce(sum(c.exercises) FILTER (WHERE c.possible), 0)::bigint AS total_possible,
                       sum(c.days) FILTER (WHERE NOT c.possible)::bigint AS total_days,
                       coalesce(sum(c.without_days) FILTER (WHERE NOT c.possible), 0)::bigint AS total_without_days,
                       sum(c.least) FILTER (WHERE NOT c.possible)::bigint AS total_least,
                       sum(c.most) FILTER (WHERE NOT c.possible)::bigint AS total_most,
                       coalesce(sum(c.without_strength) FILTER (WHERE NOT c.possible), 0)::bigint AS total_without_strength,
                       coalesce(sum(c.exercises) FILTER (WHERE NOT c.possible AND (%s) IS NOT TRUE), 0)::bigint
                           AS total_without_certain_year
                FROM chosen c""".formatted(certainYear);
    }

    /** The exercises that the selection has. */
    static String chosen(String columns, String join, Selection selection) {
        return """
                SELECT %s, %s AS possible, e.days, e.strength_least, e.strength_most
                FROM standing_exercises_at(:instant) e %s
                WHERE %s""".formatted(columns, selection.onlyPossible(), join, selection.condition());
    }

    /**
     * Sums of the chosen exercises by some columns. {@code values} are the values of these columns in exercise {@code e}. There
     * are far fewer sums than exercises. Groups and total are made from the sums.
     */
    static String sumsBy(String columns, String values, Selection selection) {
        return """
                SELECT %s, c.possible, count(*) AS exercises, sum(c.days)::bigint AS days,
                       count(*) - count(c.days) AS without_days,
                       sum(c.strength_least)::bigint AS least, sum(c.strength_most)::bigint AS most,
                       count(*) - count(c.strength_most) AS without_strength
                FROM (%s) c
                GROUP BY %s, c.possible""".formatted(columns, chosen(values, "", selection), columns);
    }

    /** Statistics in the order of their groups. */
    public static ListQuery<ExerciseFilter, StatisticsGroup> by(StatisticsBy by) {
        return ListQuery.within(ReadScope.WHOLE_LOG, (snapshot, filter, page) -> new ExerciseStatisticReads(snapshot)
                .list(by, filter, page));
    }

    /** Adds the sums of all exercises that the filter selects to a page of {@link #by}. */
    public ExerciseStatistics withTotal(
            StatisticsBy by, ExerciseFilter filter, List<StatisticsGroup> groups, Optional<String> next)
            throws SQLException {
        var total = groups.isEmpty() ? total(by, filter) : groups.getFirst().total();
        return new ExerciseStatistics(
                groups.stream().map(StatisticsGroup::statistic).toList(),
                next,
                Optional.of(total.withoutCertainYear()).filter(all -> by == StatisticsBy.YEAR),
                total.sums());
    }

    /** For an empty page: no row has the total. */
    private StatisticsTotal total(StatisticsBy by, ExerciseFilter filter) throws SQLException {
        return snapshot.first(filter.bind(NamedSql.of(by.totalAlone(filter))), StatisticsTotal::read)
                .orElseThrow();
    }

    private KeysetPage<StatisticsGroup> list(StatisticsBy by, ExerciseFilter filter, PageRequest page)
            throws SQLException {
        var sql = filter.bind(NamedSql.of(by.statement(filter)));
        var found = snapshot.page(
                sql, by.key(), page, row -> new StatisticsGroup(statistic(by, row), StatisticsTotal.read(row)));
        var codes = new TreeSet<String>();
        found.items().forEach(group -> codes.addAll(codes(group.statistic())));
        var names = new OrganizationReads(snapshot).names(codes);
        return found.map(group -> new StatisticsGroup(named(group.statistic(), names), group.total()));
    }

    private static ExerciseStatistic statistic(StatisticsBy by, ResultRow row) throws SQLException {
        var columns = by.key().columns();
        return new ExerciseStatistic(
                columns.contains("year") ? Optional.of(row.number("year")) : Optional.empty(),
                text(columns, row, "party"),
                text(columns, row, "with"),
                text(columns, row, "kind"),
                text(columns, row, "organization"),
                text(columns, row, "series"),
                Optional.empty(),
                Optional.empty(),
                ExerciseSums.read(row));
    }

    private static Optional<String> text(List<String> columns, ResultRow row, String column) throws SQLException {
        return columns.contains(column) ? row.optionalText(column) : Optional.empty();
    }

    private static List<String> codes(ExerciseStatistic item) {
        return Stream.of(item.party(), item.with(), item.organization())
                .flatMap(Optional::stream)
                .toList();
    }

    private static ExerciseStatistic named(ExerciseStatistic item, PartyNameLookup names) {
        return new ExerciseStatistic(
                item.year(),
                item.party(),
                item.with(),
                item.kind(),
                item.organization(),
                item.series(),
                item.party().or(item::organization).map(names::of),
                item.with().map(names::of),
                item.sums());
    }
}
