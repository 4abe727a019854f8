package org.depositary.gateway.read.exercises.participations;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.ListSortKey;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.exercises.ExerciseFilter;
import org.depositary.gateway.read.facts.FactPath;
import org.depositary.gateway.read.lists.Everything;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.vocabulary.dates.Certainty;

/** Reads one row for each exercise, party and year. */
public record ParticipationReads(Snapshot snapshot) {

    /** In the order of the exercises. A party in the filter selects only its own rows, and a role only rows with it. */
    public static final ListQuery<ExerciseFilter, ParticipationYear> PARTICIPATIONS = ListQuery.within(
            ReadScope.WHOLE_LOG, (snapshot, filter, page) -> new ParticipationReads(snapshot).byDate(filter, page));

    /** All participations by exercise, party and year: an order that the correction of a date does not change. */
    public static final ListQuery<Everything, ParticipationYear> PARTICIPATIONS_BY_EXERCISE =
            (snapshot, nothing, page) -> new ParticipationReads(snapshot).byExercise(page);

    private static final ListSortKey KEY =
            new ListSortKey(List.of("earliest", "id", "party", "year"), List.of("-infinity", "", "", "-100000"));
    private static final ListSortKey BY_ID =
            new ListSortKey(List.of("id", "party", "year"), List.of("", "", "-100000"));

    private static final String ROWS = """
            WITH merged AS MATERIALIZED (
                SELECT m.root, array_agg(m.id ORDER BY m.id) AS ids FROM merged_exercises_at(:instant) m GROUP BY m.root)
            SELECT e.id, e.start_earliest::text AS earliest, min(e.name) AS name, min(e.kind) AS kind,
                   min(status_on(e.statuses, e.status_since, :day)) AS status, min(e.series) AS series, min(e.statement ->> 'dates') AS dates,
                   min(e.organizations) AS organizations, p.party, y.year,
                   array_agg(DISTINCT p.role) AS roles,
                   coalesce(array_agg(DISTINCT p.members_of) FILTER (WHERE p.members_of IS NOT NULL), '{}') AS members_of,
                   bool_or(p.certain AND y.certain AND {certain on day}) AS certain,
                   sum(p.strength_least)::bigint AS strength_least, sum(p.strength_most)::bigint AS strength_most
            FROM standing_exercises_at(:instant) e LEFT JOIN merged m ON m.root = e.id
            CROSS JOIN LATERAL participants_of(ARRAY[e.id] || coalesce(m.ids, '{}'), :instant) p
            CROSS JOIN LATERAL participation_years(
                p.start_earliest, p.start_latest, p.start_uncertain, p.end_earliest, p.end_latest, p.end_uncertain, :day) y
            WHERE %s
            AND (:party::text IS NULL OR p.party = :party)
            AND (:roles::text[] IS NULL OR p.role = ANY (:roles))
            AND (NOT :onDay OR p.start_earliest <= :day AND p.end_latest >= :day)
            AND %s
            GROUP BY e.start_earliest, e.id, p.party, y.year
            ORDER BY %s LIMIT :limit
            """.replace("{certain on day}", ExerciseFilter.CERTAIN_ON_DAY);

    /** The first condition is a start for the index {@code exercise_in_time}. */
    private static final String BY_DATE =
            ROWS.formatted("""
            (e.start_earliest, e.id) >= (:after_earliest::date, :after_id)
            AND (e.start_earliest, e.id, p.party, y.year) > (:after_earliest::date, :after_id, :after_party, :after_year::int)\
            """, ExerciseFilter.MATCHES, "e.start_earliest, e.id, p.party, y.year");

    private static final String BY_EXERCISE = ROWS.formatted(
            "e.id >= :after_id AND (e.id, p.party, y.year) > (:after_id, :after_party, :after_year::int)",
            ExerciseFilter.MATCHES,
            "e.id, p.party, y.year");

    private KeysetPage<ParticipationYear> byDate(ExerciseFilter filter, PageRequest page) throws SQLException {
        return list(BY_DATE, KEY, filter, page);
    }

    private KeysetPage<ParticipationYear> byExercise(PageRequest page) throws SQLException {
        return list(BY_EXERCISE, BY_ID, ExerciseFilter.ALL, page);
    }

    private KeysetPage<ParticipationYear> list(String sql, ListSortKey order, ExerciseFilter filter, PageRequest page)
            throws SQLException {
        var found = snapshot.page(filter.bind(NamedSql.of(sql)), order, page, ParticipationReads::read);
        var codes = found.items().stream().map(ParticipationYear::party).collect(Collectors.toSet());
        var names = new OrganizationReads(snapshot).names(codes);
        return found.map(item -> item.with(names.of(item.party())));
    }

    private static ParticipationYear read(ResultRow row) throws SQLException {
        var id = row.text("id");
        return new ParticipationYear(
                id,
                FactPath.of("exercise", id),
                row.optionalText("name"),
                row.text("kind"),
                row.optionalText("status"),
                row.optionalText("series"),
                row.optionalText("dates"),
                row.texts("organizations"),
                row.text("party"),
                "",
                Optional.empty(),
                Optional.empty(),
                row.number("year"),
                row.texts("roles"),
                row.texts("members_of"),
                (row.flag("certain") ? Certainty.CERTAIN : Certainty.POSSIBLE).json(),
                row.optionalNumber("strength_least"),
                row.optionalNumber("strength_most"));
    }
}
