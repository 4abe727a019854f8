package org.depositary.verify.dashboard;

import org.depositary.verify.BrowserJourneys;
import org.depositary.verify.BrowserJourneys.Journeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator decides about a held import. */
@Tag("full")
@ExtendWith(BrowserJourneys.class)
class HeldImportJourneyTest {

    @Test
    void a_held_import_is_released(Journeys journeys) {
        journeys.run("held-import.js");
    }
}
