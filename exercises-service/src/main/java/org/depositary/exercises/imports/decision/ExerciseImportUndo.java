package org.depositary.exercises.imports.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.exercises.imports.report.ExerciseOutcome;
import org.depositary.exercises.imports.report.ExerciseOutcomeStore;
import org.depositary.exercises.imports.report.ExerciseOutcomeStore.Stored;
import org.depositary.exercises.imports.report.SourcedExerciseJson;
import org.depositary.imports.job.ImportJob;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.OutcomeKind;

/**
 * Undoes an import for one batch: retracts the exercises that it recorded, reverts its corrections, and records again the
 * exercises that it retracted. Exercises that were changed after the import stay as they are.
 */
public final class ExerciseImportUndo {

    private static final String TOUCHED = "another user changed it after the import";
    private static final String STATED_AGAIN = "a later import of the set recorded it again";

    private final ImportJob job;
    private final SourcedExerciseJson json;
    private final ExerciseOutcomeStore outcomes;
    private final ExerciseSetFactStore setFacts;
    private final RecordedExercises recorded;
    private final List<Long> undone = new ArrayList<>();
    private final List<ExerciseOutcome> inverses = new ArrayList<>();

    public ExerciseImportUndo(ImportJob job, UnitOfWork unitOfWork, ObjectMapper mapper) {
        var sql = new ImportSql(unitOfWork.connection());
        this.job = job;
        this.json = new SourcedExerciseJson(mapper);
        this.outcomes = new ExerciseOutcomeStore(sql, json);
        this.setFacts = new ExerciseSetFactStore(sql, json);
        this.recorded = new RecordedExercises(unitOfWork, false);
    }

    public void undo(String batch) {
        var toUndo = outcomes.toUndo(job.id(), batch);
        recorded.load(toUndo.stream()
                .map(stored -> stored.outcome().fact().orElseThrow())
                .toList());
        var stated = setFacts.byKey(job.set(), batch).keySet();
        toUndo.forEach(stored -> undo(stored, stated));
        outcomes.markUndone(undone);
        setFacts.update(job.set(), batch, inverses);
    }

    /** @param stated the keys of the exercises that the set states now */
    private void undo(Stored stored, Set<String> stated) {
        var outcome = stored.outcome();
        var refusal = refusal(outcome, stated).or(() -> invert(outcome));
        if (refusal.isPresent()) {
            outcomes.setReason(stored.id(), "Not undone: " + refusal.get());
        } else {
            undone.add(stored.id());
        }
    }

    private Optional<String> refusal(ExerciseOutcome outcome, Set<String> stated) {
        if (isTouched(outcome)) {
            return Optional.of(TOUCHED);
        }
        return outcome.kind() == OutcomeKind.RETRACTED
                        && stated.contains(outcome.key().orElseThrow())
                ? Optional.of(STATED_AGAIN)
                : Optional.empty();
    }

    private boolean isTouched(ExerciseOutcome outcome) {
        return outcome.after().isPresent()
                && !recorded.isUntouched(
                        outcome.fact().orElseThrow(), outcome.after().get());
    }

    /** Reverses the outcome. Returns the reason if the decider refuses it. */
    private Optional<String> invert(ExerciseOutcome outcome) {
        var reason = "Import %s was undone".formatted(job.id());
        var fact = outcome.fact().orElseThrow();
        return switch (outcome.kind()) {
            case ACCEPTED -> inverted(recorded.retract(fact, reason), outcome, OutcomeKind.RETRACTED, fact);
            case CORRECTED -> {
                var before = outcome.before().orElseThrow();
                var fields = json.differences(outcome.after().orElseThrow().exercise(), before.exercise());
                yield inverted(recorded.correct(fact, before, fields, reason), outcome, OutcomeKind.CORRECTED, fact);
            }
            case RETRACTED -> {
                UUID id = UuidCreator.getTimeOrderedEpoch();
                yield inverted(
                        recorded.record(id.toString(), outcome.before().orElseThrow()),
                        outcome,
                        OutcomeKind.ACCEPTED,
                        id.toString());
            }
            case KNOWN, KEPT, REJECTED -> throw new IllegalStateException("Nothing to undo: " + outcome);
        };
    }

    private Optional<String> inverted(
            Optional<String> refusal, ExerciseOutcome outcome, OutcomeKind kind, String fact) {
        if (refusal.isEmpty()) {
            inverses.add(ExerciseOutcome.changed(
                    outcome.line(),
                    kind,
                    Optional.empty(),
                    outcome.key().orElseThrow(),
                    fact,
                    outcome.after(),
                    outcome.before()));
        }
        return refusal;
    }
}
