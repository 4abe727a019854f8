package org.depositary.verify.histories.exercises;

import java.util.List;
import org.depositary.verify.histories.exercises.ExercisesState.Exercise;
import org.depositary.verify.histories.exercises.ExercisesState.ExerciseSet.Done;
import org.depositary.verify.histories.exercises.ExercisesState.ExerciseSet.Said;

/** Computes the expected result of an undo, by the rules in the documentation of imports of exercises. */
final class ExerciseUndoModel {

    private ExerciseUndoModel() {}

    /** Returns the state after the undo of an import. Later changes by others remain. */
    static ExercisesState of(ExercisesState state, int number) {
        var after = state;
        for (var done : state.set().imports().get(number)) {
            after = without(after, done);
        }
        return after.with(after.set().did(number, List.of()));
    }

    private static ExercisesState without(ExercisesState state, Done done) {
        var fact = state.exercises().get(done.exercise());
        if (done.after()
                .filter(left -> !state.isAsImported(fact.number(), left))
                .isPresent()) {
            return state;
        }
        if (done.before().isEmpty()) {
            return state.with(fact.taken()).with(state.set().forgets(done.key()));
        }
        var said = done.before().get();
        if (done.after().isPresent()) {
            return state.with(fact.saying(said)).with(state.set().says(done.key(), new Said(fact.number(), said)));
        }
        if (state.set().said().containsKey(done.key())) {
            return state;
        }
        int number = state.exercises().size();
        return state.with(Exercise.recorded(number, said, ExercisesState.FILE))
                .with(state.set().says(done.key(), new Said(number, said)));
    }
}
