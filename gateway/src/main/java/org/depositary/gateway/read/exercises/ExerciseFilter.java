package org.depositary.gateway.read.exercises;

import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.WhereClause;
import org.depositary.gateway.read.memberships.HeldSpan;
import org.depositary.gateway.web.ParameterValues;
import org.depositary.gateway.web.PartyParameters;
import org.depositary.gateway.web.ReadParameters;
import org.depositary.vocabulary.PartialDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which exercises are asked for. What takes several values takes them with commas between. */
public record ExerciseFilter(
        @RestQuery Optional<String> kind,
        @RestQuery Optional<String> status,
        @RestQuery Optional<String> series,

        @Parameter(description = "Ids of organisations under which it was held") @RestQuery
        Optional<String> organization,

        @Parameter(description = "A party that took part, itself or as a member of an organisation") @RestQuery
        Optional<String> party,

        @Parameter(description = "As what the party, or anybody, took part") @RestQuery
        Optional<String> role,

        @Parameter(description = "Took place, at least possibly, on or after this date (EDTF)") @RestQuery
        Optional<String> from,

        @Parameter(description = "Took place, at least possibly, on or before this date (EDTF)") @RestQuery
        Optional<String> to,

        @Parameter(description = "Part of a place's name, or a state") @RestQuery
        Optional<String> place,

        @Parameter(description = "west,south,east,north in degrees; west may be greater than east") @RestQuery
        Optional<String> bbox,

        @Parameter(description = "At least so many troops, as far as reported, at most") @RestQuery("min-strength")
        Optional<String> minStrength) {

    private static final List<String> KINDS =
            List.of("exercise", "rescue-exercise", "operation", "observation-mission");
    private static final List<String> STATUSES = List.of("announced", "scheduled", "running", "completed", "cancelled");
    private static final List<String> ROLES = List.of("host", "participant", "observer", "monitor", "planner");

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
    public static final String HELD_AT_START = """
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

    /** On a table of exercises {@code e}. */
    public WhereClause conditions(ReadParameters reading) {
        var conditions = new WhereClause()
                .andAny("e.kind = ANY (:kinds)", "kinds", ParameterValues.several("kind", kind, KINDS))
                .andAny("e.status = ANY (:statuses)", "statuses", ParameterValues.several("status", status, STATUSES))
                .and("e.series ILIKE :series", "series", series.map(ParameterValues::literal))
                .andAny("e.organizations && :organizations", "organizations", ParameterValues.several(organization))
                .and("e.end_latest >= :from", "from", ParameterValues.date("from", from).flatMap(PartialDate::earliest))
                .and("e.start_earliest <= :to", "to", ParameterValues.date("to", to).flatMap(PartialDate::latest))
                .and("e.strength_most >= :strength", "strength", ParameterValues.number("min-strength", minStrength))
                .and(IN_PLACE, "place", place.map(ParameterValues::literal))
                .value("country", place.flatMap(PartyParameters::known).orElse(""));
        bbox.map(BoundingBox::parse).ifPresent(box -> box.within(conditions.and(IN_BOX)));
        if (reading.on().isPresent()) {
            conditions.and("e.start_earliest <= :day AND e.end_latest >= :day");
        }
        return tookPart(conditions, PartyParameters.party(party, reading), ParameterValues.several("role", role, ROLES));
    }

    private static WhereClause tookPart(WhereClause conditions, Optional<String> party, List<String> roles) {
        if (party.isPresent()) {
            // What the index knows, before the participants are looked at one by one.
            conditions.and("(e.parties @> ARRAY[:party::text] OR e.members_of <> '{}')", "party", party);
        }
        if (party.isPresent() || !roles.isEmpty()) {
            var span = new WhereClause().and("s.organization = p.\"members-of\"").and("s.party = :party");
            var isParty = party.isPresent() ? IS_PARTY.formatted(HeldSpan.known(span), HELD_AT_START) : "true";
            conditions
                    .and(TOOK_PART.formatted(isParty, roles.isEmpty() ? "true" : "p.role = ANY (:roles)"))
                    .value("roles", roles);
        }
        return conditions;
    }
}
