package org.depositary.exercises.imports.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.exercises.imports.report.ExerciseOutcome;
import org.depositary.exercises.imports.report.ExerciseOutcomeStore;
import org.depositary.exercises.imports.report.SourcedExerciseJson;
import org.depositary.exercises.imports.staging.StagedExerciseStore;
import org.depositary.exercises.imports.staging.StagedExerciseStore.BatchRows;
import org.depositary.imports.job.ImportImpact;
import org.depositary.imports.job.ImportJob;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.ImportUnits.Unit;
import org.depositary.imports.job.ImportUnits.UnitResult;
import org.depositary.imports.job.OutcomeKind;

/** Imports the exercises of one batch, with their events and outcomes, in the transaction of the unit of work. */
public final class ExerciseImporter {

    private final ImportJob job;
    private final SourcedExerciseJson json;
    private final StagedExerciseStore staged;
    private final ExerciseOutcomeStore outcomes;
    private final ExerciseSetFactStore setFacts;
    private final RecordedExercises recorded;

    public ExerciseImporter(ImportJob job, UnitOfWork unitOfWork, ObjectMapper mapper) {
        var sql = new ImportSql(unitOfWork.connection());
        this.job = job;
        this.json = new SourcedExerciseJson(mapper);
        this.staged = new StagedExerciseStore(sql, mapper);
        this.outcomes = new ExerciseOutcomeStore(sql, json);
        this.setFacts = new ExerciseSetFactStore(sql, json);
        this.recorded = new RecordedExercises(unitOfWork, job.dryRun() || job.status() == ImportJob.Status.COUNTING);
    }

    /** Counts how many exercises the batch would retract or move. Stores these as outcomes, and records nothing. */
    public ImportImpact countImpact(Unit batch) {
        var steps = steps(batch, staged.read(job.id(), batch.key()));
        var planned = steps.stream()
                .filter(step ->
                        step instanceof ExerciseImportStep.Retract || step instanceof ExerciseImportStep.Correct)
                .map(this::record)
                .filter(outcome -> outcome.kind().takesFromSet())
                .toList();
        outcomes.insert(job.id(), Optional.of(batch.key()), planned);
        return ExerciseImportStep.impact(steps);
    }

    public UnitResult importBatch(Unit batch) {
        var steps = steps(batch, staged.take(job.id(), batch.key()));
        recorded.load(ExerciseImportStep.newFacts(steps));
        var results = steps.stream().map(this::record).toList();
        if (job.dryRun()) {
            outcomes.insert(
                    job.id(),
                    Optional.of(batch.key()),
                    results.stream().map(ExerciseOutcome::ofDryRun).toList());
        } else {
            outcomes.insert(job.id(), Optional.of(batch.key()), results);
            setFacts.update(job.set(), batch.key(), results);
        }
        return new UnitResult(ExerciseOutcome.count(results), ExerciseImportStep.impact(steps));
    }

    private List<ExerciseImportStep> steps(Unit batch, BatchRows rows) {
        var stated = setFacts.byKey(job.set(), batch.key());
        recorded.load(stated.values().stream().map(ExerciseSetFact::fact).toList());
        return ExerciseBatchDecision.steps(recorded, json, rows, batch.withoutUnit(), stated);
    }

    private ExerciseOutcome record(ExerciseImportStep step) {
        var reason = "As in set %s now (import %s)".formatted(job.set(), job.id());
        return switch (step) {
            case ExerciseImportStep.Accept accept ->
                recorded.record(accept.fact(), accept.exercise())
                        .map(refusal -> ExerciseOutcome.rejected(
                                accept.row().line(),
                                Optional.empty(),
                                refusal,
                                Optional.of(accept.row().key())))
                        .orElseGet(() -> accepted(accept));
            case ExerciseImportStep.Known(var row, var fact) ->
                ExerciseOutcome.unchanged(Optional.of(row.line()), OutcomeKind.KNOWN, row.warning(), row.key(), fact);
            case ExerciseImportStep.Correct correct -> {
                var before = correct.before();
                var fields = json.differences(
                        before.sourced().exercise(), correct.after().exercise());
                yield recorded.correct(before.fact(), correct.after(), fields, reason)
                        .map(refusal -> kept(Optional.of(correct.row().line()), before, refusal))
                        .orElseGet(() -> corrected(correct, fields));
            }
            case ExerciseImportStep.Retract(var before) ->
                recorded.retract(before.fact(), reason)
                        .map(refusal -> kept(Optional.empty(), before, refusal))
                        .orElseGet(() -> retracted(before));
            case ExerciseImportStep.Keep(var line, var fact, var keptReason) -> kept(line, fact, keptReason);
            case ExerciseImportStep.Reject(var line, var key, var rejectedReason) ->
                ExerciseOutcome.rejected(line, Optional.empty(), rejectedReason, Optional.of(key));
        };
    }

    private static ExerciseOutcome accepted(ExerciseImportStep.Accept accept) {
        return ExerciseOutcome.changed(
                Optional.of(accept.row().line()),
                OutcomeKind.ACCEPTED,
                accept.row().warning().or(() -> accept.exercise().exercise().warnings().stream()
                        .findFirst()),
                accept.row().key(),
                accept.fact(),
                Optional.empty(),
                Optional.of(accept.exercise()));
    }

    private static ExerciseOutcome corrected(ExerciseImportStep.Correct correct, List<String> fields) {
        var changed = fields.isEmpty() ? "sources" : String.join(", ", fields);
        return ExerciseOutcome.changed(
                Optional.of(correct.row().line()),
                OutcomeKind.CORRECTED,
                Optional.of("Changed: %s%s"
                        .formatted(
                                changed,
                                correct.row().warning().map(". "::concat).orElse(""))),
                correct.row().key(),
                correct.before().fact(),
                Optional.of(correct.before().sourced()),
                Optional.of(correct.after()));
    }

    private static ExerciseOutcome retracted(ExerciseSetFact before) {
        return ExerciseOutcome.changed(
                Optional.empty(),
                OutcomeKind.RETRACTED,
                Optional.of("No longer in the file"),
                before.key(),
                before.fact(),
                Optional.of(before.sourced()),
                Optional.empty());
    }

    private static ExerciseOutcome kept(Optional<Integer> line, ExerciseSetFact fact, String reason) {
        return ExerciseOutcome.unchanged(line, OutcomeKind.KEPT, Optional.of(reason), fact.key(), fact.fact());
    }
}
