package org.depositary.verify.histories.exercises;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.depositary.verify.histories.ModelDate;
import org.depositary.verify.histories.exercises.ExerciseOperation.AddSource;
import org.depositary.verify.histories.exercises.ExerciseOperation.ClaimOtherwise;
import org.depositary.verify.histories.exercises.ExerciseOperation.CorrectExercise;
import org.depositary.verify.histories.exercises.ExerciseOperation.CorrectParticipation;
import org.depositary.verify.histories.exercises.ExerciseOperation.CorrectPhase;
import org.depositary.verify.histories.exercises.ExerciseOperation.CorrectStep;
import org.depositary.verify.histories.exercises.ExerciseOperation.Draft;
import org.depositary.verify.histories.exercises.ExerciseOperation.ImportRows;
import org.depositary.verify.histories.exercises.ExerciseOperation.MergeBothWays;
import org.depositary.verify.histories.exercises.ExerciseOperation.PreferClaim;
import org.depositary.verify.histories.exercises.ExerciseOperation.RecordExercise;
import org.depositary.verify.histories.exercises.ExerciseOperation.RecordParticipation;
import org.depositary.verify.histories.exercises.ExerciseOperation.RecordPhase;
import org.depositary.verify.histories.exercises.ExerciseOperation.RecordSteps;
import org.depositary.verify.histories.exercises.ExerciseOperation.RetractExercise;
import org.depositary.verify.histories.exercises.ExerciseOperation.RetractParticipation;
import org.depositary.verify.histories.exercises.ExerciseOperation.RetractPhase;
import org.depositary.verify.histories.exercises.ExerciseOperation.RetractStep;
import org.depositary.verify.histories.exercises.ExerciseOperation.StepDraft;
import org.depositary.verify.histories.exercises.ExerciseOperation.UndoImport;
import org.depositary.verify.histories.exercises.ExerciseOperation.Unmerge;
import org.depositary.verify.histories.exercises.ExerciseOperation.VerifyExercise;
import org.depositary.verify.histories.exercises.ExerciseOperation.WithdrawClaim;
import org.depositary.verify.histories.exercises.ExercisesState.Exercise;
import org.depositary.verify.histories.exercises.ExercisesState.Merge;
import org.depositary.verify.histories.exercises.ExercisesState.Participant;
import org.depositary.verify.histories.exercises.ExercisesState.Participation;
import org.depositary.verify.histories.exercises.ExercisesState.Phase;
import org.depositary.verify.histories.exercises.ExercisesState.Statement;
import org.depositary.verify.histories.exercises.ExercisesState.Step;

/** Computes the expected answer to an operation and the state after it. */
final class ExercisesModel {

    /**
     * The expected answer.
     *
     * @param problem the end of its {@code type}, if it is a refusal
     * @param report of an import: the outcome of each line and of each exercise that the file no longer states
     */
    record Outcome(ExercisesState after, int status, String problem, List<String> report) {

        boolean isAccepted() {
            return problem.isEmpty();
        }
    }

    /** Texts that look like dates but are not valid. */
    static final Set<String> NO_DATES = Set.of("1992-13", "1993-02-30", "1994/1992", "in spring");

    static final String INVALID = "invalid";
    static final String CONFLICT = "conflict";

    private ExercisesModel() {}

    /** Empty if the operation is about a fact that does not exist. */
    static Optional<Outcome> answer(ExercisesState state, ExerciseOperation operation) {
        return switch (operation) {
            case RecordExercise(var draft) -> Optional.of(record(state, draft));
            case CorrectExercise correction ->
                exercise(state, correction.exercise()).map(fact -> correct(state, fact, correction));
            case RetractExercise(int drawn) ->
                exercise(state, drawn)
                        .map(fact -> fact.retracted() ? retracted(state) : accepted(state.with(fact.taken())));
            case AddSource(int drawn) ->
                exercise(state, drawn)
                        .map(fact -> fact.retracted()
                                ? retracted(state)
                                : accepted(state.with(fact.sourced(addedSource(fact)))));
            case VerifyExercise(int drawn) ->
                exercise(state, drawn).map(fact -> fact.retracted() ? retracted(state) : accepted(state));
            case ClaimOtherwise claim ->
                exercise(state, claim.exercise()).map(fact -> ExerciseClaimModel.claim(state, fact, claim));
            case PreferClaim(int drawn, int claim) ->
                exercise(state, drawn)
                        .map(fact -> ExerciseClaimModel.prefer(state, fact, ExerciseClaimModel.drawn(fact, claim)));
            case WithdrawClaim(int drawn, int claim) ->
                exercise(state, drawn)
                        .map(fact -> ExerciseClaimModel.withdraw(state, fact, ExerciseClaimModel.drawn(fact, claim)));
            case RecordSteps(int drawn, var drafts) -> exercise(state, drawn).map(fact -> record(state, fact, drafts));
            case CorrectStep(int drawn, String effective) ->
                drawn(drawn, state.steps()).map(step -> correct(state, step, ModelDate.of(effective)));
            case RetractStep(int drawn) ->
                drawn(drawn, state.steps())
                        .map(step -> step.retracted() ? retracted(state) : coherent(state, taken(step)));
            case RecordParticipation participation ->
                exercise(state, participation.exercise()).map(fact -> record(state, fact, participation));
            case CorrectParticipation correction ->
                drawn(correction.participation(), state.participations())
                        .map(one -> one.retracted() ? retracted(state) : correct(state, one, correction));
            case RetractParticipation(int drawn) ->
                drawn(drawn, state.participations())
                        .map(one -> one.retracted() ? retracted(state) : accepted(state.with(taken(one))));
            case RecordPhase phase -> exercise(state, phase.exercise()).map(fact -> record(state, fact, phase));
            case CorrectPhase(int drawn, int days) ->
                drawn(drawn, state.phases()).map(phase -> correct(state, phase, days));
            case RetractPhase(int drawn) ->
                drawn(drawn, state.phases())
                        .map(phase -> phase.retracted()
                                ? retracted(state)
                                : accepted(state.with(phase(phase, phase.days(), true))));
            case ExerciseOperation.Merge(int drawn, int into) ->
                exercise(state, drawn)
                        .map(fact -> merge(state, fact, exercise(state, into).orElseThrow()));
            case MergeBothWays both -> throw new IllegalArgumentException("Two requests: " + both);
            case Unmerge(int drawn) ->
                exercise(state, drawn).map(fact -> state.mergeOf(fact.number())
                        .map(merge ->
                                accepted(state.with(new Merge(merge.number(), merge.exercise(), merge.into(), true))))
                        .orElseGet(() -> refused(state, 409, CONFLICT)));
            case ImportRows file -> Optional.of(ExerciseImportModel.outcome(state, file));
            case UndoImport(int drawn) ->
                drawn(drawn, state.set().imports())
                        .map(done -> new Outcome(
                                ExerciseUndoModel.of(
                                        state, drawn % state.set().imports().size()),
                                202,
                                "",
                                List.of()));
        };
    }

    /** The title of the next source of an exercise. */
    static String addedSource(Exercise fact) {
        return "Source %d of %d".formatted(fact.sources().size() + 1, fact.number());
    }

    static String firstSource(int number) {
        return "Source 1 of " + number;
    }

    private static Outcome record(ExercisesState state, Draft draft) {
        if (NO_DATES.contains(draft.dates())) {
            return refused(state, 422, INVALID);
        }
        int number = state.exercises().size();
        var statement = new Statement(
                draft.kind(),
                draft.status(),
                draft.series(),
                draft.organizations(),
                ModelPeriod.of(draft.dates()),
                draft.participants(),
                draft.strength());
        return accepted(state.with(Exercise.recorded(number, statement, firstSource(number))));
    }

    private static Outcome correct(ExercisesState state, Exercise fact, CorrectExercise correction) {
        if (fact.retracted()) {
            return retracted(state);
        }
        var said = fact.recorded();
        var other = new Statement(
                said.kind(),
                correction.status().orElse(said.status()),
                said.series(),
                said.organizations(),
                correction.dates().map(ModelPeriod::of).orElse(said.dates()),
                said.participants(),
                correction.strength().or(said::strength));
        if (other.equals(said)) {
            return refused(state, 422, INVALID);
        }
        return ExerciseClaimModel.isOverridden(fact, correction)
                ? refused(state, 409, CONFLICT)
                : coherent(state.with(fact.saying(other)), fact.number(), state);
    }

    private static Outcome record(ExercisesState state, Exercise fact, List<StepDraft> drafts) {
        if (drafts.stream().anyMatch(draft -> NO_DATES.contains(draft.effective()))) {
            return refused(state, 422, INVALID);
        }
        return addTo(state, fact, before -> {
            var after = before;
            for (var draft : drafts) {
                after = after.with(new Step(
                        after.steps().size(),
                        fact.number(),
                        draft.kind(),
                        ModelDate.of(draft.effective()),
                        draft.dates().map(ModelPeriod::of),
                        false));
            }
            return coherent(after, fact.number(), before);
        });
    }

    private static Outcome correct(ExercisesState state, Step step, ModelDate effective) {
        if (step.retracted()) {
            return retracted(state);
        }
        return step.effective().equals(effective)
                ? refused(state, 422, INVALID)
                : coherent(
                        state, new Step(step.number(), step.exercise(), step.kind(), effective, step.dates(), false));
    }

    private static Step taken(Step step) {
        return new Step(step.number(), step.exercise(), step.kind(), step.effective(), step.dates(), true);
    }

    private static Outcome coherent(ExercisesState before, Step step) {
        return coherent(before.with(step), step.exercise(), before);
    }

    /** Steps cannot contradict an exercise that does not stand. */
    static Outcome coherent(ExercisesState after, int exercise, ExercisesState before) {
        boolean isCoherent = !after.exercises().get(exercise).stands()
                || ModelLifecycle.of(after, exercise).isCoherent();
        return isCoherent ? accepted(after) : refused(before, 409, CONFLICT);
    }

    private static Outcome record(ExercisesState state, Exercise fact, RecordParticipation record) {
        var participation = new Participation(
                state.participations().size(),
                fact.number(),
                record.participant(),
                record.joined().map(ModelDate::of),
                record.left().map(ModelDate::of),
                false);
        return leavesBeforeItJoins(participation)
                ? refused(state, 422, INVALID)
                : addTo(state, fact, before -> once(before, participation));
    }

    private static Outcome correct(ExercisesState state, Participation before, CorrectParticipation correction) {
        var said = before.participant();
        var after = new Participation(
                before.number(),
                before.exercise(),
                new Participant(
                        said.party(),
                        correction.role().orElse(said.role()),
                        correction.strength().or(said::strength)),
                before.joined(),
                correction.left().map(ModelDate::of).or(before::left),
                false);
        return after.equals(before) || leavesBeforeItJoins(after) ? refused(state, 422, INVALID) : once(state, after);
    }

    private static Participation taken(Participation one) {
        return new Participation(one.number(), one.exercise(), one.participant(), one.joined(), one.left(), true);
    }

    private static Outcome record(ExercisesState state, Exercise fact, RecordPhase draft) {
        var phase = new Phase(
                state.phases().size(),
                fact.number(),
                draft.place(),
                draft.dates().map(ModelPeriod::of),
                draft.days(),
                false);
        return addTo(state, fact, before -> accepted(before.with(phase)));
    }

    private static Outcome correct(ExercisesState state, Phase phase, int days) {
        if (phase.retracted()) {
            return retracted(state);
        }
        return phase.days().equals(Optional.of(days))
                ? refused(state, 422, INVALID)
                : accepted(state.with(phase(phase, Optional.of(days), false)));
    }

    private static Phase phase(Phase before, Optional<Integer> days, boolean retracted) {
        return new Phase(before.number(), before.exercise(), before.place(), before.dates(), days, retracted);
    }

    private static boolean leavesBeforeItJoins(Participation one) {
        return isBefore(one.left(), one.joined());
    }

    /** A participant has each role once at a time. */
    private static Outcome once(ExercisesState state, Participation participation) {
        boolean repeats = state.participationsOf(participation.exercise()).stream()
                .filter(other -> other.number() != participation.number()
                        && other.participant().isSame(participation.participant()))
                .anyMatch(other -> !isBefore(other.left(), participation.joined())
                        && !isBefore(participation.left(), other.joined()));
        return repeats ? refused(state, 409, CONFLICT) : accepted(state.with(participation));
    }

    private static boolean isBefore(Optional<ModelDate> left, Optional<ModelDate> joined) {
        return left.isPresent()
                && joined.isPresent()
                && left.get().latest().isBefore(joined.get().earliest());
    }

    /** A merged record takes no new facts, and a retracted one neither. */
    private static Outcome addTo(ExercisesState state, Exercise fact, Function<ExercisesState, Outcome> recording) {
        if (state.mergeOf(fact.number()).isPresent()) {
            return refused(state, 409, CONFLICT);
        }
        return fact.retracted() ? retracted(state) : recording.apply(state);
    }

    private static Outcome merge(ExercisesState state, Exercise fact, Exercise into) {
        if (into.retracted() || state.mergeOf(into.number()).isPresent()) {
            return refused(state, 409, CONFLICT);
        }
        if (fact.number() == into.number()) {
            return refused(state, 422, INVALID);
        }
        return addTo(
                state,
                fact,
                before ->
                        accepted(before.with(new Merge(before.merges().size(), fact.number(), into.number(), false))));
    }

    private static Optional<Exercise> exercise(ExercisesState state, int drawn) {
        return drawn(drawn, state.exercises());
    }

    /** Maps any number to one of the facts, if any exists. */
    static <T> Optional<T> drawn(int drawn, List<T> facts) {
        return facts.isEmpty() ? Optional.empty() : Optional.of(facts.get(drawn % facts.size()));
    }

    static Outcome accepted(ExercisesState after) {
        return new Outcome(after, 201, "", List.of());
    }

    static Outcome retracted(ExercisesState state) {
        return refused(state, 409, "already-retracted");
    }

    static Outcome refused(ExercisesState state, int status, String problem) {
        return new Outcome(state, status, problem, List.of());
    }
}
