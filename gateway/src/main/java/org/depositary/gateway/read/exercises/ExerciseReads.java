package org.depositary.gateway.read.exercises;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.ListSortKey;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.VersionedAnswer;
import org.depositary.gateway.read.exercises.ExerciseItem.MemberThen;
import org.depositary.gateway.read.exercises.ExerciseItem.MergedRecord;
import org.depositary.gateway.read.exercises.ExerciseItem.Participant;
import org.depositary.gateway.read.exercises.ExerciseStatement.StatedParticipant;
import org.depositary.gateway.read.exercises.MembersAtStartLookup.Beginning;
import org.depositary.gateway.read.exercises.MembersAtStartLookup.Then;
import org.depositary.gateway.read.facts.ClaimItem;
import org.depositary.gateway.read.facts.FactPath;
import org.depositary.gateway.read.facts.FactReads;
import org.depositary.gateway.read.facts.InstrumentLinks;
import org.depositary.gateway.read.lists.Everything;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.organizations.PartyNameLookup;
import org.depositary.vocabulary.dates.Certainty;

/** Reads exercises, operations and observation missions. */
public record ExerciseReads(Snapshot snapshot) {

    public static final ListQuery<ExerciseFilter, ExerciseItem> EXERCISES = ListQuery.within(
            ReadScope.WHOLE_LOG, (snapshot, filter, page) -> new ExerciseReads(snapshot).byDate(filter, page));

    /** All exercises by id: an order that the correction of a date does not change. */
    public static final ListQuery<Everything, ExerciseItem> EXERCISES_BY_ID =
            (snapshot, nothing, page) -> new ExerciseReads(snapshot).byId(page);

    private static final ListSortKey KEY = new ListSortKey(List.of("earliest", "id"), List.of("-infinity", ""));
    private static final ListSortKey ID = new ListSortKey(List.of("id"), List.of(""));

    /** Selects a page in the order of the index {@code exercise_in_time}. */
    private static final String BY_DATE = """
            SELECT e.*, e.start_earliest::text AS earliest, status_on(e.statuses, e.status_since, :day) AS status_on_day
            FROM standing_exercises_at(:instant) e
            WHERE (e.start_earliest, e.id) > (:after_earliest::date, :after_id)
            AND %s
            ORDER BY e.start_earliest, e.id LIMIT :limit
            """.formatted(ExerciseFilter.MATCHES);

    private static final String BY_ID = """
            SELECT e.*, status_on(e.statuses, e.status_since, :day) AS status_on_day
            FROM standing_exercises_at(:instant) e WHERE e.id > :after_id AND %s
            ORDER BY e.id LIMIT :limit
            """.formatted(ExerciseFilter.MATCHES);

    private static final String WITHOUT_STRENGTH = """
            SELECT count(*) AS exercises FROM standing_exercises_at(:instant) e WHERE e.strength_most IS NULL
            AND %s
            """.formatted(ExerciseFilter.MATCHES);

    private static final String ONE = """
            SELECT e.*, status_on(e.statuses, e.status_since, :day) AS status_on_day
            FROM exercises_at(:instant) e WHERE e.id = :id
            """;

    private static final String ROOT = """
            SELECT m.root FROM merged_exercises_at(:instant) m WHERE m.id = :id
            """;

    private static final String MERGED = """
            SELECT e.*, m.root, status_on(e.statuses, e.status_since, :day) AS status_on_day
            FROM merged_exercises_at(:instant) m JOIN exercises_at(:instant) e ON e.id = m.id
            WHERE m.root = ANY (:roots) AND e.stands
            ORDER BY e.id
            """;

    /**
     * Data that exercises refer to: names of participants, members of participating organisations, and registered
     * instruments.
     */
    private record Lookup(PartyNameLookup names, Map<Beginning, List<Then>> members, InstrumentLinks instruments) {}

    private KeysetPage<ExerciseItem> byDate(ExerciseFilter filter, PageRequest page) throws SQLException {
        return list(BY_DATE, KEY, filter, page);
    }

    private KeysetPage<ExerciseItem> byId(PageRequest page) throws SQLException {
        return list(BY_ID, ID, ExerciseFilter.ALL, page);
    }

    private KeysetPage<ExerciseItem> list(String sql, ListSortKey order, ExerciseFilter filter, PageRequest page)
            throws SQLException {
        var found = snapshot.page(filter.bind(NamedSql.of(sql)), order, page, RecordedExercise::read);
        var merged = merged(found.items().stream().map(RecordedExercise::id).toList());
        var joined = found.map(record -> record.with(merged.getOrDefault(record.id(), List.of())));
        var lookup = lookup(joined.items());
        return joined.map(known -> exercise(known, filter.onDay(), lookup));
    }

    /**
     * The number of exercises that match all other filters and have no reported strength.
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
        var record = snapshot.first(NamedSql.of(ONE).with("id", id), RecordedExercise::read)
                .orElseThrow();
        var known = record.with(merged(List.of(id)).getOrDefault(id, List.of()));
        var exercise = exercise(known, onDay, lookup(List.of(known)));
        var place = new SeriesReads(snapshot).of(id, exercise.series());
        return new VersionedAnswer<>(
                new ExerciseDetail(
                        exercise,
                        place.edition(),
                        place.previous(),
                        place.next(),
                        known.lastChanged().toString(),
                        history.lastVerified(),
                        history.recordings()),
                history.version());
    }

    /** All events of a record, also of a merged one. */
    public VersionedAnswer<ExerciseRecordings> recordings(String id) throws SQLException {
        var facts = new FactReads(snapshot);
        var fact = facts.require("exercise", id);
        var history = facts.history(fact);
        return new VersionedAnswer<>(
                new ExerciseRecordings(FactPath.of("exercise", id), history.recordings()), history.version());
    }

    /** The URL of the record into which this one was merged. Empty if it was not merged. */
    public Optional<String> mergedInto(String id) throws SQLException {
        return representing(id).map(root -> FactPath.of("exercise", root));
    }

    /** The id of the record into which this one was merged. Empty if it was not merged. */
    public Optional<String> representing(String id) throws SQLException {
        return snapshot.first(NamedSql.of(ROOT).with("id", id), row -> row.text("root"));
    }

    /** The records that were merged into these, by the id of that record. */
    private Map<String, List<RecordedExercise>> merged(List<String> roots) throws SQLException {
        var merged = new HashMap<String, List<RecordedExercise>>();
        snapshot.list(NamedSql.of(MERGED).with("roots", roots), row -> merged.computeIfAbsent(
                        row.text("root"), root -> new ArrayList<>())
                .add(RecordedExercise.read(row)));
        return merged;
    }

    private Lookup lookup(List<RecordedExercise> exercises) throws SQLException {
        var beginnings = exercises.stream()
                .flatMap(known -> known.participants().stream().flatMap(one -> known.beginning(one).stream()))
                .distinct()
                .toList();
        var members = new MembersAtStartLookup(snapshot).of(beginnings);
        var codes = new TreeSet<String>();
        exercises.forEach(known -> known.participants().forEach(one -> codes.add(one.code())));
        members.values().forEach(then -> then.forEach(member -> codes.add(member.party())));
        var instruments = exercises.stream()
                .flatMap(known -> known.statement().instruments())
                .toList();
        return new Lookup(
                new OrganizationReads(snapshot).names(codes), members, InstrumentLinks.among(snapshot, instruments));
    }

    private ExerciseItem exercise(RecordedExercise known, boolean onDay, Lookup lookup) {
        var statement = known.statement();
        var participants = known.participants().stream()
                .filter(one -> !onDay || known.certaintyOn(snapshot.day(), one).isPresent())
                .map(one -> participant(known, one, onDay, lookup))
                .toList();
        var claims = known.claims();
        return new ExerciseItem(
                known.id(),
                known.url(),
                statement.name(),
                statement.name().orElseGet(() -> label(known, lookup)),
                statement.kind(),
                known.status(),
                statement.series(),
                statement.organizations().orElse(List.of()),
                statement.dates(),
                statement.purpose(),
                statement.phases(),
                statement.purposes(),
                participants,
                onDay ? onOtherDays(known, lookup) : Optional.empty(),
                known.strength().map(troops -> troops.approximate(statement.isApproximate())),
                statement.strength(),
                statement.strengthByForce(),
                statement.strengths(),
                statement.legalBasis().map(basis -> basis.linkedBy(lookup.instruments())),
                statement.steps().map(steps -> steps.stream()
                        .map(step -> step.linkedBy(lookup.instruments()))
                        .toList()),
                onDay ? certainty(known) : Optional.empty(),
                known.isDisputed(),
                claims,
                known.sources(),
                mergedRecords(known),
                ClaimItem.held(claims),
                known.retracted());
    }

    private Optional<String> certainty(RecordedExercise known) {
        return known.period().flatMap(dates -> dates.on(snapshot.day())).map(Certainty::json);
    }

    private Optional<List<Participant>> onOtherDays(RecordedExercise known, Lookup lookup) {
        return Optional.of(known.participants().stream()
                        .filter(one -> known.certaintyOn(snapshot.day(), one).isEmpty())
                        .map(one -> participant(known, one, true, lookup))
                        .toList())
                .filter(participants -> !participants.isEmpty());
    }

    private Participant participant(RecordedExercise known, StatedParticipant stated, boolean onDay, Lookup lookup) {
        return new Participant(
                stated.party(),
                stated.membersOf(),
                lookup.names().of(stated.code()),
                stated.role(),
                stated.strength(),
                stated.forces(),
                stated.strengthByForce(),
                stated.strengths(),
                stated.equipment(),
                stated.joined(),
                stated.left(),
                onDay ? known.certaintyOn(snapshot.day(), stated).map(Certainty::json) : Optional.empty(),
                stated.note(),
                stated.url(),
                stated.disputed(),
                stated.sources(),
                known.beginning(stated).map(lookup.members()::get).map(then -> members(then, lookup.names())));
    }

    private static Optional<List<MergedRecord>> mergedRecords(RecordedExercise known) {
        return Optional.of(known.mergedRecords())
                .filter(records -> !records.isEmpty())
                .map(records -> records.stream()
                        .map(record -> new MergedRecord(
                                record.id(),
                                record.url(),
                                record.statement().name(),
                                record.claims().isPresent(),
                                record.claims(),
                                record.sources(),
                                record.url() + "/recordings"))
                        .toList());
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
    private static String label(RecordedExercise known, Lookup lookup) {
        var parts = new ArrayList<>(known.participants().stream()
                .map(one -> lookup.names().of(one.code()))
                .toList());
        known.period().ifPresent(dates -> parts.add(dates.edtf()));
        return known.statement().kind() + ": " + parts.stream().collect(Collectors.joining(", "));
    }
}
