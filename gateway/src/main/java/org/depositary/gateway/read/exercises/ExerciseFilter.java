package org.depositary.gateway.read.exercises;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.WhereClause;
import org.depositary.gateway.read.memberships.HeldSpan;
import org.depositary.vocabulary.Parties;

/**
 * Selects exercises. An empty list or value selects all.
 *
 * @param series part of the name of the series
 * @param organizations ids of organisations under which it was held
 * @param party canonical code of a party that took part, itself or as a member of an organisation
 * @param roles of that party, or of any party
 * @param from the first day on which it took place, at least possibly
 * @param to the last day on which it took place, at least possibly
 * @param place part of the name of a place, or a state
 * @param minStrength reported troops, by the highest report
 * @param onDay selects only exercises that took place, at least possibly, on the day of the read
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

    /** Took part: the members of an organisation are those it had, at least possibly, on a possible start day. */
    private static final String TOOK_PART = """
            EXISTS (
                SELECT FROM jsonb_to_recordset(e.statement -> 'participants') p (party text, "members-of" text, role text)
                WHERE %s AND %s)""";

    private static final String IS_PARTY = """
            (p.party = :party OR EXISTS (
                SELECT FROM (%s) s
                WHERE s.aspect = 'status' AND s.status = 'member' AND %s))""";

    /** Of a span beside an exercise {@code e}: whether it held, at least possibly, when that began. */
    static final String HELD_AT_START = """
            s.start_earliest <= e.start_latest AND s.end_latest > e.start_earliest
            AND (s.dissolved_latest IS NULL OR s.dissolved_latest > e.start_earliest)""";

    private static final String IN_PLACE = """
            EXISTS (
                SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb)
                WHERE p.place ->> 'name' ILIKE '%' || :place || '%' OR p.place ->> 'country' = :country)""";

    private static final String IN_BOX = """
            EXISTS (
                SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb),
                     LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
                WHERE at.lat BETWEEN :south AND :north
                AND CASE WHEN :west <= :east THEN at.lon BETWEEN :west AND :east
                    ELSE at.lon >= :west OR at.lon <= :east END)""";

    /** Conditions on a table of exercises {@code e}. */
    WhereClause conditions() {
        var conditions = new WhereClause()
                .andAny("e.kind = ANY (:kinds)", "kinds", kinds)
                .andAny("e.status = ANY (:statuses)", "statuses", statuses)
                .and("e.series ILIKE :series", "series", series.map(WhereClause::literal))
                .andAny("e.organizations && :organizations", "organizations", organizations)
                .and("e.end_latest >= :from", "from", from)
                .and("e.start_earliest <= :to", "to", to)
                .and("e.strength_most >= :strength", "strength", minStrength)
                .and(IN_PLACE, "place", place.map(WhereClause::literal))
                .value("country", place.flatMap(ExerciseFilter::state).orElse(""));
        box.ifPresent(bounds -> bounds.within(conditions.and(IN_BOX)));
        if (onDay) {
            conditions.and("e.start_earliest <= :day AND e.end_latest >= :day");
        }
        return tookPart(conditions);
    }

    /** The code of the state that the text names, if it names one. */
    private static Optional<String> state(String text) {
        try {
            return Optional.of(Parties.resolve(text, Optional.empty()).code());
        } catch (IllegalArgumentException noParty) {
            return Optional.empty();
        }
    }

    private WhereClause tookPart(WhereClause conditions) {
        if (party.isPresent()) {
            // What the index knows, before the participants are looked at one by one.
            conditions.and("(e.parties @> ARRAY[:party::text] OR e.members_of <> '{}')", "party", party);
        }
        if (party.isPresent() || !roles.isEmpty()) {
            var span =
                    new WhereClause().and("s.organization = p.\"members-of\"").and("s.party = :party");
            var isParty = party.isPresent() ? IS_PARTY.formatted(HeldSpan.known(span), HELD_AT_START) : "true";
            conditions
                    .and(TOOK_PART.formatted(isParty, roles.isEmpty() ? "true" : "p.role = ANY (:roles)"))
                    .value("roles", roles);
        }
        return conditions;
    }
}
