package org.depositary.verify.dashboard;

import org.depositary.verify.BrowserJourneys;
import org.depositary.verify.BrowserJourneys.Journeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reader follows a party through an organisation and its predecessor. */
@Tag("full")
@ExtendWith(BrowserJourneys.class)
class PredecessorsJourneyTest {

    @Test
    void the_four_changes_of_uzbekistan(Journeys journeys) {
        journeys.run("uzbekistan-in-the-csto.js");
    }
}
