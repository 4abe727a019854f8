package org.depositary.gateway.read.exercises;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.ListQuery;
import org.depositary.gateway.read.ListSortKey;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.VersionedAnswer;
import org.depositary.gateway.read.exercises.ExerciseItem.MemberThen;
import org.depositary.gateway.read.exercises.ExerciseItem.Participant;
import org.depositary.gateway.read.exercises.ExerciseItem.Troops;
import org.depositary.gateway.read.exercises.ExerciseStatement.StatedParticipant;
import org.depositary.gateway.read.exercises.MembersAtStartLookup.Beginning;
import org.depositary.gateway.read.exercises.MembersAtStartLookup.Then;
import org.depositary.gateway.read.facts.ClaimItem;
import org.depositary.gateway.read.facts.FactPath;
import org.depositary.gateway.read.facts.FactReads;
import org.depositary.gateway.read.facts.Retraction;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.organizations.PartyNameLookup;
import org.depositary.vocabulary.dates.Certainty;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.sources.Source;

/** Reads exercises, operations and observation missions. */
public record ExerciseReads(Snapshot snapshot) {

    public static final ListQuery<ExerciseFilter, ExerciseItem> EXERCISES =
            (snapshot, filter, page) -> new ExerciseReads(snapshot).list(filter, page);

    private static final ListSortKey KEY = new ListSortKey(List.of("earliest", "id"), List.of("-infinity", ""));

    /** Selects a page in the order of the index {@code exercise_in_time}. */
    private static final String LIST = """
            SELECT e.*, e.start_earliest::text AS earliest FROM exercises_at(:instant) e
            WHERE (e.start_earliest, e.id) > (:after_earliest::date, :after_id)
            AND %s
            ORDER BY e.start_earliest, e.id LIMIT :limit
            """.formatted(ExerciseFilter.MATCHES);

    private static final String WITHOUT_STRENGTH = """
            SELECT count(*) AS exercises FROM exercises_at(:instant) e WHERE e.strength_most IS NULL
            AND %s
            """.formatted(ExerciseFilter.MATCHES);

    private static final String ONE = """
            SELECT e.* FROM exercises_at(:instant) e WHERE e.id = :id
            """;

    private record Known(
            String id,
            ExerciseStatement statement,
            List<Source> sources,
            Optional<JsonNode> dispute,
            Optional<Retraction> retracted,
            Optional<Troops> strength) {

        static Known read(ResultRow row) throws SQLException {
            var least = row.optionalNumber("strength_least");
            var most = row.optionalNumber("strength_most");
            return new Known(
                    row.text("id"),
                    row.optional("statement", ExerciseStatement.class).orElseThrow(),
                    row.sources("sources"),
                    row.optionalJson("dispute"),
                    row.optional("retracted", Retraction.class),
                    most.map(max -> new Troops(least.orElse(max), max)));
        }

        Optional<Period> period() {
            return statement.dates().map(dates -> Period.parse(dates.edtf()));
        }

        List<StatedParticipant> participants() {
            return statement.participants().orElse(List.of());
        }

        Optional<Beginning> beginning(StatedParticipant participant) {
            return participant.membersOf().flatMap(organization -> period().map(
                            dates -> new Beginning(organization, dates.start())));
        }
    }

    /** The names of participants, and the members of participating organisations. */
    private record People(PartyNameLookup names, Map<Beginning, List<Then>> members) {}

    private KeysetPage<ExerciseItem> list(ExerciseFilter filter, PageRequest page) throws SQLException {
        var found = snapshot.page(filter.bind(NamedSql.of(LIST)), KEY, page, Known::read);
        var people = people(found.items());
        return found.map(known -> exercise(known, filter.onDay(), people));
    }

    /**
     * The number of exercises that match all filters but the minimum strength, and of which no strength is reported.
     * Empty if the filter has no minimum strength.
     */
    public Optional<Long> withoutStrength(ExerciseFilter filter) throws SQLException {
        if (filter.minStrength().isEmpty()) {
            return Optional.empty();
        }
        var sql = filter.withoutMinStrength().bind(NamedSql.of(WITHOUT_STRENGTH));
        return snapshot.first(sql, row -> row.optionalNumber("exercises").orElseThrow());
    }

    public VersionedAnswer<ExerciseDetail> detail(String id, boolean onDay) throws SQLException {
        var facts = new FactReads(snapshot);
        var history = facts.history(facts.require("exercise", id));
        var known = snapshot.first(NamedSql.of(ONE).with("id", id), Known::read).orElseThrow();
        var exercise = exercise(known, onDay, people(List.of(known)));
        return new VersionedAnswer<>(new ExerciseDetail(exercise, history.recordings()), history.version());
    }

    private People people(List<Known> exercises) throws SQLException {
        var beginnings = exercises.stream()
                .flatMap(known -> known.participants().stream().flatMap(one -> known.beginning(one).stream()))
                .distinct()
                .toList();
        var members = new MembersAtStartLookup(snapshot).of(beginnings);
        var codes = new TreeSet<String>();
        exercises.forEach(known -> known.participants().forEach(one -> codes.add(one.code())));
        members.values().forEach(then -> then.forEach(member -> codes.add(member.party())));
        return new People(new OrganizationReads(snapshot).names(codes), members);
    }

    private ExerciseItem exercise(Known known, boolean onDay, People people) {
        var statement = known.statement();
        var participants = known.participants().stream()
                .map(one -> participant(known, one, people))
                .toList();
        var url = FactPath.of("exercise", known.id());
        var claims = ClaimItem.standing(url, known.dispute());
        return new ExerciseItem(
                known.id(),
                url,
                statement.name(),
                statement.name().orElseGet(() -> label(known, participants)),
                statement.kind(),
                statement.status(),
                statement.series(),
                statement.organizations().orElse(List.of()),
                statement.dates(),
                statement.purpose(),
                statement.phases(),
                participants,
                known.strength(),
                statement.legalBasis(),
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

    private static Participant participant(Known known, StatedParticipant stated, People people) {
        return new Participant(
                stated.party(),
                stated.membersOf(),
                people.names().of(stated.code()),
                stated.role(),
                stated.strength(),
                stated.forces(),
                known.beginning(stated).map(people.members()::get).map(then -> members(then, people.names())));
    }

    private static List<MemberThen> members(List<Then> then, PartyNameLookup names) {
        return then.stream()
                .map(member -> new MemberThen(
                        member.party(),
                        names.of(member.party()),
                        member.certainty().json()))
                .toList();
    }

    /** A text for an exercise without a name, for example {@code exercise: China, Russia, 2005-08}. */
    private static String label(Known known, List<Participant> participants) {
        var parts = new ArrayList<>(participants.stream().map(Participant::name).toList());
        known.period().ifPresent(dates -> parts.add(dates.edtf()));
        return known.statement().kind() + ": " + parts.stream().collect(Collectors.joining(", "));
    }
}
