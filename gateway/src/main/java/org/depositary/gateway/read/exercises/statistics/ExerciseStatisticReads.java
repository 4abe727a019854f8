package org.depositary.gateway.read.exercises.statistics;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.ListQuery;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.exercises.ExerciseFilter;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.organizations.PartyNameLookup;

/** Reads statistics of exercises. They are computed from the read models, so all filters and both time axes apply. */
public record ExerciseStatisticReads(Snapshot snapshot) {

    /** The exercises that the filter selects, each with the records that were merged into it. */
    static final String CHOSEN = """
            SELECT e.id, ARRAY[e.id] || coalesce(m.ids, '{}') AS records, e.kind, e.organizations, e.start_earliest,
                   e.start_latest, e.start_uncertain, e.days, e.strength_least, e.strength_most
            FROM standing_exercises_at(:instant) e LEFT JOIN merged m ON m.root = e.id
            WHERE %s""".formatted(ExerciseFilter.MATCHES);

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

    private static final String TOTAL = """
            WITH %s
            SELECT %s
            FROM (SELECT c.days, c.strength_least AS least, c.strength_most AS most, false AS possible FROM (%s) c) g
            """.formatted(MERGED, SUMS, CHOSEN);

    private static final String WITHOUT_CERTAIN_YEAR = """
            SELECT count(*) AS exercises FROM standing_exercises_at(:instant) e
            WHERE (e.start_uncertain OR NOT (isfinite(e.start_earliest) AND isfinite(e.start_latest))
                OR extract(year FROM e.start_earliest) <> extract(year FROM e.start_latest))
            AND %s
            """.formatted(ExerciseFilter.MATCHES);

    /** Statistics in the order of their groups. */
    public static ListQuery<ExerciseFilter, ExerciseStatistic> by(StatisticsBy by) {
        return (snapshot, filter, page) -> new ExerciseStatisticReads(snapshot).list(by, filter, page);
    }

    public ExerciseSums total(ExerciseFilter filter) throws SQLException {
        return snapshot.first(filter.bind(NamedSql.of(TOTAL)), ExerciseSums::read)
                .orElseThrow();
    }

    /** The number of exercises that are not certain in any year. Empty unless the statistics are by year. */
    public Optional<Long> withoutCertainYear(StatisticsBy by, ExerciseFilter filter) throws SQLException {
        return by == StatisticsBy.YEAR
                ? snapshot.first(filter.bind(NamedSql.of(WITHOUT_CERTAIN_YEAR)), row -> row.optionalNumber("exercises")
                        .orElseThrow())
                : Optional.empty();
    }

    private KeysetPage<ExerciseStatistic> list(StatisticsBy by, ExerciseFilter filter, PageRequest page)
            throws SQLException {
        var found = snapshot.page(filter.bind(NamedSql.of(by.statement())), by.key(), page, row -> statistic(by, row));
        var codes = new TreeSet<String>();
        found.items().forEach(item -> codes.addAll(codes(item)));
        var names = new OrganizationReads(snapshot).names(codes);
        return found.map(item -> named(item, names));
    }

    private static ExerciseStatistic statistic(StatisticsBy by, ResultRow row) throws SQLException {
        var columns = by.key().columns();
        return new ExerciseStatistic(
                columns.contains("year") ? Optional.of(row.number("year")) : Optional.empty(),
                text(columns, row, "party"),
                text(columns, row, "with"),
                text(columns, row, "kind"),
                text(columns, row, "organization"),
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
                item.party().or(item::organization).map(names::of),
                item.with().map(names::of),
                item.sums());
    }
}
