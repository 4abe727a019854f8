package org.depositary.exercises.imports.decision;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.exercises.imports.decision.ExerciseImportStep.Accept;
import org.depositary.exercises.imports.decision.ExerciseImportStep.Correct;
import org.depositary.exercises.imports.decision.ExerciseImportStep.Keep;
import org.depositary.exercises.imports.decision.ExerciseImportStep.Known;
import org.depositary.exercises.imports.decision.ExerciseImportStep.Reject;
import org.depositary.exercises.imports.decision.ExerciseImportStep.Retract;
import org.depositary.exercises.imports.report.SourcedExerciseJson;
import org.depositary.exercises.imports.staging.StagedExercise;
import org.depositary.exercises.imports.staging.StagedExerciseStore.BatchRows;
import org.depositary.imports.file.LineNumbers;

/**
 * Compares the exercises of a batch with those that the set stated before. An exercise that was changed by a person since
 * the last import stays as it is. So does an exercise that a rejected row may state.
 */
final class ExerciseBatchDecision {

    private final RecordedExercises recorded;
    private final SourcedExerciseJson json;
    private final BatchRows rows;
    private final LineNumbers withoutKey;
    private final Map<String, ExerciseSetFact> stated;
    private final List<ExerciseImportStep> steps = new ArrayList<>();

    private ExerciseBatchDecision(
            RecordedExercises recorded,
            SourcedExerciseJson json,
            BatchRows rows,
            LineNumbers withoutKey,
            Map<String, ExerciseSetFact> stated) {
        this.recorded = recorded;
        this.json = json;
        this.rows = rows;
        this.withoutKey = withoutKey;
        this.stated = stated;
    }

    /**
     * Returns a step for each row, and for each exercise of the set that the file no longer has.
     *
     * @param withoutKey the lines of rejected rows that may be about any exercise
     * @param stated the exercises that the set stated before, by key
     */
    static List<ExerciseImportStep> steps(
            RecordedExercises recorded,
            SourcedExerciseJson json,
            BatchRows rows,
            LineNumbers withoutKey,
            Map<String, ExerciseSetFact> stated) {
        var decision = new ExerciseBatchDecision(recorded, json, rows, withoutKey, stated);
        decision.byKey().forEach(decision::decide);
        return decision.steps;
    }

    private Map<String, List<StagedExercise>> byKey() {
        var byKey = new LinkedHashMap<String, List<StagedExercise>>();
        rows.valid().forEach(row -> byKey.computeIfAbsent(row.key(), key -> new ArrayList<>())
                .add(row));
        new LinkedHashSet<>(stated.keySet()).forEach(key -> byKey.computeIfAbsent(key, absent -> List.of()));
        return byKey;
    }

    private void decide(String key, List<StagedExercise> ofKey) {
        var before = Optional.ofNullable(stated.get(key));
        if (ofKey.isEmpty()) {
            before.ifPresent(this::decideMissing);
            return;
        }
        var first = ofKey.getFirst();
        var others = ofKey.subList(1, ofKey.size());
        if (others.stream().allMatch(other -> other.body().equals(first.body()))) {
            others.forEach(other -> steps.add(new Reject(other.line(), key, "Repeats line " + first.line())));
            steps.add(before.map(fact -> decide(first, fact)).orElseGet(() -> accept(first)));
        } else {
            rejectContradictions(key, ofKey);
            before.ifPresent(fact -> keep(fact, "Not changed: rows of the file contradict each other"));
        }
    }

    private void rejectContradictions(String key, List<StagedExercise> ofKey) {
        var lines = LineNumbers.of(ofKey.stream().map(StagedExercise::line).toList());
        ofKey.forEach(row -> steps.add(new Reject(
                row.line(),
                key,
                "%s are about the same exercise and contradict each other%s".formatted(capital(lines), hint(ofKey)))));
    }

    /** Some data sets have a row for each exercise and participant. */
    private String hint(List<StagedExercise> ofKey) {
        var first = json.read(ofKey.getFirst().body());
        boolean differOnlyInParticipants =
                ofKey.stream().allMatch(row -> json.areEqualExcept("participants", first, json.read(row.body())));
        return differOnlyInParticipants ? ". Write all participants into one row, separated by ';'" : "";
    }

    private static String capital(LineNumbers lines) {
        var text = lines.toString();
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private ExerciseImportStep accept(StagedExercise row) {
        return new Accept(row, UuidCreator.getTimeOrderedEpoch().toString(), json.read(row.body()));
    }

    private ExerciseImportStep decide(StagedExercise row, ExerciseSetFact before) {
        var after = json.read(row.body());
        if (!recorded.isUntouched(before.fact(), before.sourced())) {
            return recorded.states(before.fact(), after.exercise())
                    ? new Known(row, before.fact())
                    : new Keep(Optional.of(row.line()), before, touchedReason(before));
        }
        // A status derived from the dates changes with time, although the file does not. So it is not compared.
        boolean isEqual = row.statusGiven()
                ? after.equals(before.sourced())
                : json.areEqualExcept("status", before.sourced(), after);
        return isEqual ? new Known(row, before.fact()) : new Correct(row, before, after);
    }

    private void decideMissing(ExerciseSetFact before) {
        if (!recorded.isUntouched(before.fact(), before.sourced())) {
            if (recorded.stands(before.fact())) {
                keep(before, touchedReason(before));
            }
            return;
        }
        var lines = rows.rejectedLines().get(before.key());
        if (lines != null) {
            keep(before, "Not changed: a rejected row states it (%s)".formatted(LineNumbers.of(lines)));
        } else if (!withoutKey.isEmpty()) {
            keep(before, "Not changed: a rejected row may state it (%s)".formatted(withoutKey));
        } else {
            steps.add(new Retract(before));
        }
    }

    private void keep(ExerciseSetFact fact, String reason) {
        steps.add(new Keep(Optional.empty(), fact, reason));
    }

    private String touchedReason(ExerciseSetFact before) {
        return recorded.retraction(before.fact())
                .map(reason -> "Retracted by another user after the last import: " + reason)
                .orElse("Not changed: another user changed it after the last import");
    }
}
