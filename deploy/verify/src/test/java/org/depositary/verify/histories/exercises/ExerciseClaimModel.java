package org.depositary.verify.histories.exercises;

import java.util.List;
import org.depositary.verify.histories.exercises.ExerciseOperation.ClaimOtherwise;
import org.depositary.verify.histories.exercises.ExerciseOperation.CorrectExercise;
import org.depositary.verify.histories.exercises.ExercisesModel.Outcome;
import org.depositary.verify.histories.exercises.ExercisesState.Claim;
import org.depositary.verify.histories.exercises.ExercisesState.Exercise;

/** Computes the expected answers and states of commands about claims, and of corrections of disputed exercises. */
final class ExerciseClaimModel {

    private ExerciseClaimModel() {}

    /** The title of the source of the next claim of an exercise. */
    static String source(Exercise fact) {
        return "Claim %d of %d".formatted(fact.claims().size() + 1, fact.number());
    }

    /** Maps any number to the number of a claim. */
    static int drawn(Exercise fact, int drawn) {
        return 1 + drawn % fact.claims().size();
    }

    static Outcome claim(ExercisesState state, Exercise fact, ClaimOtherwise operation) {
        if (fact.retracted()) {
            return ExercisesModel.retracted(state);
        }
        var claim = new Claim(
                operation.status(),
                operation.dates().map(ModelPeriod::of),
                operation.strength(),
                operation.holds(),
                List.of(source(fact)),
                false);
        boolean agrees = !claim.holds() || claim.over(fact.recorded()).equals(fact.statement());
        return agrees && claim.holds() == fact.preferredClaim().holds()
                ? ExercisesModel.refused(state, 422, ExercisesModel.INVALID)
                : ExercisesModel.accepted(state.with(fact.claimed(claim)));
    }

    static Outcome prefer(ExercisesState state, Exercise fact, int claim) {
        if (fact.retracted()) {
            return ExercisesModel.retracted(state);
        }
        if (fact.claims().get(claim - 1).withdrawn()) {
            return ExercisesModel.refused(state, 409, ExercisesModel.CONFLICT);
        }
        return fact.preferred() == claim
                ? ExercisesModel.refused(state, 422, ExercisesModel.INVALID)
                : ExercisesModel.coherent(state.with(fact.preferring(claim)), fact.number(), state);
    }

    static Outcome withdraw(ExercisesState state, Exercise fact, int claim) {
        if (fact.retracted()) {
            return ExercisesModel.retracted(state);
        }
        return fact.claims().get(claim - 1).withdrawn() || fact.preferred() == claim
                ? ExercisesModel.refused(state, 409, ExercisesModel.CONFLICT)
                : ExercisesModel.accepted(state.with(fact.withdrawing(claim)));
    }

    /** Whether the preferred claim has its own value of a corrected field. The correction would change nothing visible. */
    static boolean isOverridden(Exercise fact, CorrectExercise correction) {
        var preferred = fact.preferredClaim();
        return correction.status().isPresent() && preferred.status().isPresent()
                || correction.dates().isPresent() && preferred.dates().isPresent()
                || correction.strength().isPresent() && preferred.strength().isPresent();
    }
}
