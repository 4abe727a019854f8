package org.depositary.verify.dashboard;

import org.depositary.verify.BrowserJourneys;
import org.depositary.verify.BrowserJourneys.Journeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ticker of changes in the header. */
@Tag("full")
@ExtendWith(BrowserJourneys.class)
class LastChangesTest {

    @Test
    void the_header_shows_the_last_changes_and_stops_updates(Journeys journeys) {
        journeys.run("last-changes.js");
    }
}
