package org.depositary.verify.dashboard;

import org.depositary.verify.BrowserJourneys;
import org.depositary.verify.BrowserJourneys.Journeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reader asks who exercised with a state in some years. */
@Tag("full")
@ExtendWith(BrowserJourneys.class)
class ExercisesWithChinaJourneyTest {

    @Test
    void who_exercised_with_china_between_2003_and_2007(Journeys journeys) {
        journeys.run("exercises-with-china.js");
    }
}
