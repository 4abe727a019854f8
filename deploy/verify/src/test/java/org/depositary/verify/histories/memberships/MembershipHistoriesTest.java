package org.depositary.verify.histories.memberships;

import org.depositary.verify.SharedOrigin;
import org.depositary.verify.SharedOrigin.Origin;
import org.depositary.verify.histories.HistoriesRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Random histories of recordings, corrections, claims, preferences, retractions, imports and undos of memberships:
 * every read at every point of both time axes returns what the model expects.
 */
@ExtendWith(SharedOrigin.class)
class MembershipHistoriesTest {

    /** {@code -Dhistories.count=} sets the number: 1,000 in the full tests, otherwise few. */
    @Test
    void histories_read_as_the_model_has_them(Origin origin) {
        new HistoriesRun<>(new MembershipHistories(), origin).verify(Integer.getInteger("histories.count"));
    }
}
