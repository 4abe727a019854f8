package org.depositary.gateway.read.exercises;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.NamedSql;
import org.depositary.vocabulary.parties.PartyLookup;

/**
 * Selects exercises. An empty list or value selects all.
 *
 * @param series the name of the series, in upper or lower case
 * @param organizations ids of organisations under which the exercise was held
 * @param party canonical code of a party that took part, itself or as a member of an organisation
 * @param roles roles of that party, or of any party if none is given
 * @param from selects exercises that may have taken place on this day or later
 * @param to selects exercises that may have taken place on this day or earlier
 * @param place part of the name of a place, or a state
 * @param minStrength minimum number of reported troops, by the highest report
 * @param onDay selects only exercises that certainly or possibly took place on the day of the read. The party, or a
 *     participant in one of the roles, then certainly or possibly took part on that day
 */
public record ExerciseFilter(
        List<String> kinds,
        List<String> statuses,
        Optional<String> series,
        List<String> organizations,
        Optional<String> party,
        List<String> roles,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> place,
        Optional<BoundingBox> box,
        Optional<Long> minStrength,
        boolean onDay) {

    public static final List<String> KINDS = List.of("exercise", "rescue-exercise", "operation", "observation-mission");
    public static final List<String> STATUSES = List.of("announced", "scheduled", "running", "completed", "cancelled");
    public static final List<String> ROLES = List.of("host", "participant", "observer", "monitor", "planner");

    public static final ExerciseFilter ALL = new ExerciseFilter(
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);

    /** The part of the filter that the statement of a record decides; {@code @} stands for the record. */
    private static final List<String> STATED = List.of(
            "(:series::text IS NULL OR @.series ILIKE :series)",
            "(:organizations::text[] IS NULL OR @.organizations && :organizations)",
            "(:minStrength::bigint IS NULL OR @.strength_most >= :minStrength)",
            """
            (:place::text IS NULL OR EXISTS (
                SELECT FROM jsonb_to_recordset(@.statement -> 'phases') p (place jsonb)
                WHERE p.place ->> 'name' ILIKE '%' || :place || '%' OR p.place ->> 'country' = :country
                OR p.place -> 'countries' @> to_jsonb(:country::text) OR EXISTS (
                    SELECT FROM jsonb_each_text(p.place -> 'names') n WHERE n.value ILIKE '%' || :place || '%')
                OR (p.place ->> 'online')::boolean AND lower(:place) = 'online'))""",
            """
            (:west::float8 IS NULL OR EXISTS (
                SELECT FROM jsonb_to_recordset(@.statement -> 'phases') p (place jsonb),
                     LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
                WHERE at.lat BETWEEN :south AND :north
                AND CASE WHEN :west <= :east THEN at.lon BETWEEN :west AND :east
                    ELSE at.lon >= :west OR at.lon <= :east END))""");

    /**
     * The part that the participations decide. A participant is a party, or an organisation. For an organisation its
     * members count, if they were possibly members on a possible start day.
     */
    private static final String TOOK_PART = """
            (:party::text IS NULL AND :roles::text[] IS NULL OR EXISTS (
                SELECT FROM @participations AND (:roles::text[] IS NULL OR p.role = ANY (:roles))
                AND (NOT :onDay OR p.start_earliest <= :day AND p.end_latest >= :day)
                AND (:party::text IS NULL OR p.kind = 'party' AND p.party = :party
                    OR p.kind = 'members-of' AND EXISTS (
                        SELECT FROM member_spans_between(p.start_earliest, p.start_latest, :instant) s
                        WHERE s.organization = p.party AND s.party = :party))))""";

    private static final String OF_RECORD = "participations_at(:instant) p WHERE p.exercise = e.id";

    private static final String OF_ALL_RECORDS = """
            (SELECT exercise_records(r.root, :instant)) all_of (ids)
                CROSS JOIN LATERAL joined_participations(all_of.ids, :instant) p
                WHERE true""";

    /**
     * The exercises with merged records that match. Each condition may be met by another record, because a read shows
     * what any of them says.
     */
    private static final String JOINED = """
            SELECT r.root FROM (
                SELECT m.root, r.series, r.organizations, r.strength_most, r.statement
                FROM merged_exercises_at(:instant) m JOIN exercises_at(:instant) r ON r.id = m.id WHERE r.stands
                UNION ALL
                SELECT s.id, s.series, s.organizations, s.strength_most, s.statement
                FROM standing_exercises_at(:instant) s
                WHERE s.id = ANY (ARRAY (SELECT m.root FROM merged_exercises_at(:instant) m))) r
            GROUP BY r.root HAVING %s AND %s""".formatted(
                    STATED.stream()
                            .map("bool_or(%s)"::formatted)
                            .collect(joining(" AND "))
                            .replace("@.", "r."),
                    TOOK_PART.replace("@participations", OF_ALL_RECORDS));

    /** The condition that exercise {@code e}, a row of {@code standing_exercises_at}, has a date that the filter selects. */
    public static final String IN_TIME = """
            e.start_earliest <= coalesce(:to::date, 'infinity')
            AND e.end_latest >= coalesce(:from::date, '-infinity')""";

    /** The condition that exercise {@code e} took place only possibly on the day of the read. False without a day. */
    public static final String ONLY_POSSIBLE = """
            (:onDay AND NOT certainly_on(e.start_latest, e.start_uncertain, e.end_earliest, e.end_uncertain, :day))""";

    /** The condition that participation {@code p} is certain on the day of the read. True without a day. */
    public static final String CERTAIN_ON_DAY = """
            (NOT :onDay OR certainly_on(p.start_latest, p.start_uncertain, p.end_earliest, p.end_uncertain, :day))""";

    /**
     * The condition that exercise {@code e} matches the filter. The coalesce around the optional filters lets PostgreSQL use
     * the order of the index: without it, the planner expects hardly any row for each filter, and would sort them all.
     */
    public static final String MATCHES = """
            %s
            AND coalesce((NOT :onDay OR e.start_earliest <= :day AND e.end_latest >= :day)
            AND (:kinds::text[] IS NULL OR e.kind = ANY (:kinds))
            AND (:statuses::text[] IS NULL OR status_on(e.statuses, e.status_since, :day) = ANY (:statuses)), false)
            AND (coalesce(%s AND %s, false) OR e.id IN (
            %s))""".formatted(
                    IN_TIME,
                    String.join(" AND ", STATED).replace("@.", "e."),
                    TOOK_PART.replace("@participations", OF_RECORD),
                    JOINED);

    /** The same filter without a minimum strength. */
    ExerciseFilter withoutMinStrength() {
        return new ExerciseFilter(
                kinds, statuses, series, organizations, party, roles, from, to, place, box, Optional.empty(), onDay);
    }

    public NamedSql bind(NamedSql sql) {
        return sql.withAny("kinds", kinds)
                .withAny("statuses", statuses)
                .withText("series", series.map(ExerciseFilter::escapeLike))
                .withAny("organizations", organizations)
                .withText("party", party)
                .withAny("roles", roles)
                .withDate("from", from)
                .withDate("to", to)
                .withText("place", place.map(ExerciseFilter::escapeLike))
                .withText("country", place.flatMap(ExerciseFilter::state))
                .withDegrees("west", box.map(BoundingBox::west))
                .withDegrees("south", box.map(BoundingBox::south))
                .withDegrees("east", box.map(BoundingBox::east))
                .withDegrees("north", box.map(BoundingBox::north))
                .withNumber("minStrength", minStrength)
                .with("onDay", onDay);
    }

    /** Whether the filter selects all exercises of a time. {@link #IN_TIME} then is the whole condition. */
    public boolean isOnlyTime() {
        return equals(ALL.between(from, to));
    }

    private ExerciseFilter between(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new ExerciseFilter(
                kinds, statuses, series, organizations, party, roles, first, last, place, box, minStrength, onDay);
    }

    /** The code of the state that the text names. Empty if the text does not name a state. */
    private static Optional<String> state(String text) {
        try {
            return Optional.of(PartyLookup.resolve(text, Optional.empty()).code());
        } catch (IllegalArgumentException noParty) {
            return Optional.empty();
        }
    }

    /** Escapes a text for LIKE, so that every character matches itself. */
    private static String escapeLike(String text) {
        return text.strip().replaceAll("[%_\\\\]", "\\\\$0");
    }
}
