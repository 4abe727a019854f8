package org.depositary.verify.dashboard;

import org.depositary.verify.BrowserJourneys;
import org.depositary.verify.BrowserJourneys.Journeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reader takes a chart along. */
@Tag("full")
@ExtendWith(BrowserJourneys.class)
class TakeAwayJourneyTest {

    @Test
    void table_csv_and_pictures_have_the_same_rows(Journeys journeys) {
        journeys.run("take-away.js");
    }
}
