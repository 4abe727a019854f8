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
import org.depositary.gateway.read.KeysetPage.Wanted;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.RenderedDates;
import org.depositary.gateway.read.ResolvedAsOf;
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
import org.depositary.vocabulary.Certainty;
import org.depositary.vocabulary.Period;

/** Exercises, operations and observation missions. */
public record ExerciseReads(Snapshot snapshot) {

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

    public KeysetPage<ExerciseItem> list(ExerciseFilter selected, Wanted wanted) throws SQLException {
        var filter = selected.conditions();
        if (!wanted.isFirst()) {
            filter.and("(e.start_earliest, e.id) > (:afterStart::date, :afterId)")
                    .value("afterStart", wanted.key(0))
                    .value("afterId", wanted.key(1));
        }
        var sql = """
                SELECT e.*, e.start_earliest::text AS earliest FROM exercise e
                WHERE %s AND e.stands AND %s
                ORDER BY e.start_earliest, e.id LIMIT :limit
                """.formatted(ResolvedAsOf.known("e"), filter.text());
        var found = KeysetPage.of(
                snapshot.list(
                        NamedSql.of(sql).with(filter.values()).with("limit", wanted.limit()),
                        row -> new Keyed<>(List.of(row.text("earliest"), row.text("id")), Known.read(row))),
                wanted);
        var people = people(found.items());
        return found.map(known -> exercise(known, selected.onDay(), people));
    }

    public Versioned<ExerciseDetail> inFull(String id, boolean onDay) throws SQLException {
        var facts = new FactReads(snapshot);
        var history = facts.history(facts.require("exercise", id));
        var sql = NamedSql.of("SELECT e.* FROM exercise e WHERE e.id = :id AND " + ResolvedAsOf.known("e"));
        var known = snapshot.first(sql.with("id", id), Known::read).orElseThrow();
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
