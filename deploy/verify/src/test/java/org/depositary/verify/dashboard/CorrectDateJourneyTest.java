package org.depositary.verify.dashboard;

import org.depositary.verify.BrowserJourneys;
import org.depositary.verify.BrowserJourneys.Journeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A curator corrects a fact and takes the correction back. */
@Tag("full")
@ExtendWith(BrowserJourneys.class)
class CorrectDateJourneyTest {

    @Test
    void a_corrected_date_is_still_known_as_it_was(Journeys journeys) {
        journeys.run("correct-a-date.js");
    }
}
