package org.depositary.gateway.read.exercises;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.read.JsonFields;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.KeysetPage.Keyed;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.RenderedDates;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.Versioned;
import org.depositary.gateway.read.exercises.ExerciseItem.MemberThen;
import org.depositary.gateway.read.exercises.ExerciseItem.Participant;
import org.depositary.gateway.read.exercises.ExerciseItem.Troops;
import org.depositary.gateway.read.exercises.MembersAtStart.Beginning;
import org.depositary.gateway.read.exercises.MembersAtStart.Then;
import org.depositary.gateway.read.facts.ClaimItem;
import org.depositary.gateway.read.facts.FactPath;
import org.depositary.gateway.read.facts.FactReads;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.organizations.PartyNames;
import org.depositary.vocabulary.dates.Certainty;
import org.depositary.vocabulary.dates.Period;

/** Exercises, operations and observation missions. */
public record ExerciseReads(Snapshot snapshot) {

    /**
     * A page in the order of the index {@code exercise_in_time}. A participant is a party, or an organisation: that means its
     * members, at least possibly, on a possible start day. {@code parties} and {@code members_of} exclude most exercises
     * before their participants are read one by one. The coalesce around the optional filters keeps the order of the index:
     * for each filter outside of it, the planner expects hardly any row, and would rather sort them all.
     */
    private static final String LIST = """
            SELECT e.*, e.start_earliest::text AS earliest FROM exercises_at(:instant) e
            WHERE e.stands
            AND (e.start_earliest, e.id) > (:afterStart::date, :afterId)
            AND e.start_earliest <= coalesce(:to::date, 'infinity')
            AND e.end_latest >= coalesce(:from::date, '-infinity')
            AND coalesce((NOT :onDay OR e.start_earliest <= :day AND e.end_latest >= :day)
            AND (:kinds::text[] IS NULL OR e.kind = ANY (:kinds))
            AND (:statuses::text[] IS NULL OR e.status = ANY (:statuses))
            AND (:series::text IS NULL OR e.series ILIKE :series)
            AND (:organizations::text[] IS NULL OR e.organizations && :organizations)
            AND (:minStrength::bigint IS NULL OR e.strength_most >= :minStrength)
            AND (:party::text IS NULL OR e.parties @> ARRAY[:party::text] OR e.members_of <> '{}')
            AND (:party::text IS NULL AND :roles::text[] IS NULL OR EXISTS (
                SELECT FROM jsonb_to_recordset(e.statement -> 'participants') p (party text, "members-of" text, role text)
                WHERE (:roles::text[] IS NULL OR p.role = ANY (:roles))
                AND (:party::text IS NULL OR p.party = :party OR EXISTS (
                    SELECT FROM member_spans_between(e.start_earliest, e.start_latest, :instant) s
                    WHERE s.organization = p."members-of" AND s.party = :party))))
            AND (:place::text IS NULL OR EXISTS (
                SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb)
                WHERE p.place ->> 'name' ILIKE '%' || :place || '%' OR p.place ->> 'country' = :country))
            AND (:west::float8 IS NULL OR EXISTS (
                SELECT FROM jsonb_to_recordset(e.statement -> 'phases') p (place jsonb),
                     LATERAL (SELECT (p.place ->> 'lat')::float8, (p.place ->> 'lon')::float8) at (lat, lon)
                WHERE at.lat BETWEEN :south AND :north
                AND CASE WHEN :west <= :east THEN at.lon BETWEEN :west AND :east
                    ELSE at.lon >= :west OR at.lon <= :east END)), false)
            ORDER BY e.start_earliest, e.id LIMIT :limit
            """;

    private static final String ONE = """
            SELECT e.* FROM exercises_at(:instant) e WHERE e.id = :id
            """;

    private record Known(
            String id,
            ObjectNode statement,
            JsonNode sources,
            Optional<JsonNode> dispute,
            Optional<JsonNode> retracted,
            Optional<Troops> strength) {

        static Known read(ResultRow row) throws SQLException {
            var least = row.optionalNumber("strength_least");
            var most = row.optionalNumber("strength_most");
            return new Known(
                    row.text("id"),
                    (ObjectNode) row.json("statement"),
                    row.json("sources"),
                    row.optionalJson("dispute"),
                    row.optionalJson("retracted"),
                    most.map(max -> new Troops(least.orElse(max), max)));
        }

        Optional<Period> period() {
            return JsonFields.text(statement, "dates").map(Period::parse);
        }

        Stream<JsonNode> participants() {
            return JsonFields.elements(statement.path("participants"));
        }

        Optional<Beginning> beginning(JsonNode participant) {
            return JsonFields.text(participant, "members-of")
                    .flatMap(organization -> period().map(dates -> new Beginning(organization, dates.start())));
        }
    }

    /** What participants are called, and who the members among them were. */
    private record People(PartyNames names, Map<Beginning, List<Then>> members) {}

    public KeysetPage<ExerciseItem> list(ExerciseFilter filter, PageRequest page) throws SQLException {
        var sql = filter.bind(NamedSql.of(LIST))
                .with("afterStart", page.key(0, "-infinity"))
                .with("afterId", page.key(1, ""))
                .with("limit", page.limit());
        var found = KeysetPage.of(
                snapshot.list(sql, row -> new Keyed<>(List.of(row.text("earliest"), row.text("id")), Known.read(row))),
                page);
        var people = people(found.items());
        return found.map(known -> exercise(known, filter.onDay(), people));
    }

    public Versioned<ExerciseDetail> detail(String id, boolean onDay) throws SQLException {
        var facts = new FactReads(snapshot);
        var history = facts.history(facts.require("exercise", id));
        var known = snapshot.first(NamedSql.of(ONE).with("id", id), Known::read).orElseThrow();
        var exercise = exercise(known, onDay, people(List.of(known)));
        return new Versioned<>(new ExerciseDetail(exercise, history.recordings()), history.version());
    }

    private People people(List<Known> exercises) throws SQLException {
        var beginnings = exercises.stream()
                .flatMap(known -> known.participants().flatMap(one -> known.beginning(one).stream()))
                .distinct()
                .toList();
        var members = new MembersAtStart(snapshot).of(beginnings);
        var codes = new TreeSet<String>();
        exercises.forEach(known -> known.participants()
                .flatMap(one -> Stream.of("party", "members-of").flatMap(field -> JsonFields.text(one, field).stream()))
                .forEach(codes::add));
        members.values().forEach(then -> then.forEach(member -> codes.add(member.party())));
        return new People(new OrganizationReads(snapshot).names(codes), members);
    }

    private ExerciseItem exercise(Known known, boolean onDay, People people) {
        var statement = RenderedDates.in(known.statement());
        var participants =
                known.participants().map(one -> participant(known, one, people)).toList();
        var name = JsonFields.text(statement, "name");
        var url = FactPath.of("exercise", known.id());
        var claims = ClaimItem.standing(url, known.dispute());
        return new ExerciseItem(
                known.id(),
                url,
                name,
                name.orElseGet(() -> label(known, participants)),
                statement.path("kind").asText(),
                JsonFields.text(statement, "status"),
                JsonFields.text(statement, "series"),
                JsonFields.elements(statement.path("organizations"))
                        .map(JsonNode::asText)
                        .toList(),
                JsonFields.node(statement, "dates"),
                JsonFields.node(statement, "purpose"),
                JsonFields.node(statement, "phases"),
                participants,
                known.strength(),
                JsonFields.node(statement, "legalBasis"),
                onDay ? certainty(known) : Optional.empty(),
                claims.isPresent(),
                claims,
                known.sources(),
                ClaimItem.held(claims),
                known.retracted());
    }

    private Optional<String> certainty(Known known) {
        return known.period().flatMap(dates -> dates.on(snapshot.day())).map(Certainty::json);
    }

    private static Participant participant(Known known, JsonNode participant, People people) {
        var party = JsonFields.text(participant, "party");
        var membersOf = JsonFields.text(participant, "members-of");
        return new Participant(
                party,
                membersOf,
                people.names().of(party.or(() -> membersOf).orElse("")),
                participant.path("role").asText(),
                JsonFields.node(participant, "strength"),
                JsonFields.node(participant, "forces"),
                known.beginning(participant).map(people.members()::get).map(then -> members(then, people.names())));
    }

    private static List<MemberThen> members(List<Then> then, PartyNames names) {
        return then.stream()
                .map(member -> new MemberThen(
                        member.party(),
                        names.of(member.party()),
                        member.certainty().json()))
                .toList();
    }

    /** {@code exercise: China, Russia, 2005-08} */
    private static String label(Known known, List<Participant> participants) {
        var parts = new ArrayList<>(participants.stream().map(Participant::name).toList());
        known.period().ifPresent(dates -> parts.add(dates.edtf()));
        return known.statement().path("kind").asText() + ": " + parts.stream().collect(Collectors.joining(", "));
    }
}
