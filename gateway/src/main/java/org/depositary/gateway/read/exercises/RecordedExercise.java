package org.depositary.gateway.read.exercises;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.exercises.ExerciseItem.Troops;
import org.depositary.gateway.read.exercises.ExerciseStatement.StatedParticipant;
import org.depositary.gateway.read.exercises.MembersAtStartLookup.Beginning;
import org.depositary.gateway.read.facts.CitedSource;
import org.depositary.gateway.read.facts.ClaimItem;
import org.depositary.gateway.read.facts.FactPath;
import org.depositary.gateway.read.facts.Retraction;
import org.depositary.vocabulary.dates.Certainty;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.sources.Source;

/**
 * A record of an exercise, as selected from table {@code exercise}.
 *
 * @param status the status on the day of the read
 * @param recorded the statement of this record alone
 * @param statement the same, with what only the merged records say
 * @param lastChanged when this version of the record was recorded, or of a merged record if that is later
 * @param mergedRecords the records that were merged into this one
 */
record RecordedExercise(
        String id,
        ExerciseStatement recorded,
        ExerciseStatement statement,
        Optional<String> status,
        List<Source> sources,
        Optional<JsonNode> dispute,
        Optional<Retraction> retracted,
        Optional<Troops> strength,
        Instant lastChanged,
        List<RecordedExercise> mergedRecords) {

    private static final PartialDate NO_DATE = new PartialDate("", Optional.empty(), Optional.empty(), false);
    private static final Period UNKNOWN = new Period(NO_DATE, NO_DATE);

    static RecordedExercise read(ResultRow row) throws SQLException {
        var statement = row.optional("statement", ExerciseStatement.class).orElseThrow();
        var least = row.optionalNumber("strength_least");
        var most = row.optionalNumber("strength_most");
        return new RecordedExercise(
                row.text("id"),
                statement,
                statement,
                row.optionalText("status_on_day"),
                row.sources("sources"),
                row.optionalJson("dispute"),
                row.optional("retracted", Retraction.class),
                most.map(max -> new Troops(least.orElse(max), max)),
                Instant.parse(row.instant("recorded_from")),
                List.of());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    Optional<Period> period() {
        return statement.period();
    }

    List<StatedParticipant> participants() {
        return statement.participants().orElse(List.of());
    }

    /** How surely a participant took part on a day. Empty if it did not. */
    Optional<Certainty> certaintyOn(LocalDate day, StatedParticipant participant) {
        return periodOf(participant).on(day);
    }

    /** The days of a participant. One that only a merged record names took part during the dates of that record. */
    private Period periodOf(StatedParticipant participant) {
        var of = Stream.concat(Stream.of(recorded), mergedRecords.stream().map(RecordedExercise::statement))
                .filter(record ->
                        record.participants().orElse(List.of()).stream().anyMatch(participant::isSame))
                .findFirst();
        return participant.period(of.flatMap(ExerciseStatement::period).orElse(UNKNOWN));
    }

    Optional<Beginning> beginning(StatedParticipant participant) {
        return participant
                .membersOf()
                .map(organization ->
                        new Beginning(organization, periodOf(participant).start()));
    }

    private Stream<Source> allSources(List<RecordedExercise> merged) {
        return Stream.concat(Stream.of(this), merged.stream())
                .flatMap(record -> Stream.concat(record.sources().stream(), record.claimSources()));
    }

    private Stream<Source> claimSources() {
        return claims().stream()
                .flatMap(List::stream)
                .flatMap(claim -> claim.sources().stream())
                .map(CitedSource::source);
    }

    /** The claims about it that are not withdrawn. Empty if its sources do not disagree. */
    Optional<List<ClaimItem>> claims() {
        return ClaimItem.standing(url(), dispute);
    }

    String url() {
        return FactPath.of("exercise", id);
    }

    /** Whether sources disagree about it or about a merged record. */
    boolean isDisputed() {
        return Stream.concat(Stream.of(this), mergedRecords.stream())
                .anyMatch(record -> record.claims().isPresent());
    }

    /** Adds what only the merged records say, and the sources of all records and of all their claims. */
    RecordedExercise with(List<RecordedExercise> merged) {
        var joined =
                merged.stream().map(RecordedExercise::statement).reduce(statement, ExerciseStatement::complementedBy);
        return new RecordedExercise(
                id,
                recorded,
                joined,
                status,
                (merged.isEmpty() ? sources.stream() : allSources(merged))
                        .distinct()
                        .toList(),
                dispute,
                retracted,
                merged.isEmpty() ? strength : joined.troops(),
                merged.stream().map(RecordedExercise::lastChanged).reduce(lastChanged, RecordedExercise::later),
                merged);
    }
}
