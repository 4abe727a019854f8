package org.depositary.verify.dashboard;

import org.depositary.verify.BrowserJourneys;
import org.depositary.verify.BrowserJourneys.Journeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All tabs of a browser share one stream. */
@Tag("full")
@ExtendWith(BrowserJourneys.class)
class TabsJourneyTest {

    @Test
    void ten_tabs_hold_one_connection(Journeys journeys) {
        journeys.run("tabs.js");
    }
}
