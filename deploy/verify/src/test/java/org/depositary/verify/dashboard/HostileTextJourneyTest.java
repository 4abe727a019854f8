package org.depositary.verify.dashboard;

import org.depositary.verify.BrowserJourneys;
import org.depositary.verify.BrowserJourneys.Journeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The dashboard shows all recorded data as text, and never as HTML. */
@Tag("full")
@ExtendWith(BrowserJourneys.class)
class HostileTextJourneyTest {

    @Test
    void a_script_in_a_title_does_nothing(Journeys journeys) {
        journeys.run("hostile-text.js");
    }
}
