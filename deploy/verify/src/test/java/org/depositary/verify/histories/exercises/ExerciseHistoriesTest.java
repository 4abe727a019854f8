package org.depositary.verify.histories.exercises;

import org.depositary.verify.SharedOrigin;
import org.depositary.verify.SharedOrigin.Origin;
import org.depositary.verify.histories.HistoriesRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Random histories of exercises, their claims, steps, participations, phases, merges and imports: every read at both time
 * axes returns what the model expects.
 */
@ExtendWith(SharedOrigin.class)
class ExerciseHistoriesTest {

    /** {@code -Dhistories.exercises.count=} sets the number: 50 in the full tests, otherwise few. */
    @Test
    void histories_read_as_the_model_has_them(Origin origin) {
        new HistoriesRun<>(new ExerciseHistories(), origin).verify(Integer.getInteger("histories.exercises.count"));
    }
}
