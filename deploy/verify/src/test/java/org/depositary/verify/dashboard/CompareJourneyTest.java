package org.depositary.verify.dashboard;

import org.depositary.verify.BrowserJourneys;
import org.depositary.verify.BrowserJourneys.Journeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reader compares two days. */
@Tag("full")
@ExtendWith(BrowserJourneys.class)
class CompareJourneyTest {

    @Test
    void the_sco_on_its_first_day_and_after_the_astana_summit(Journeys journeys) {
        journeys.run("compare-days.js");
    }
}
