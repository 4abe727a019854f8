package org.depositary.verify.dashboard;

import org.depositary.verify.BrowserJourneys;
import org.depositary.verify.BrowserJourneys.Journeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page in both themes, at the widths of a phone, a tablet and a desk. */
@Tag("full")
@ExtendWith(BrowserJourneys.class)
class PagesTest {

    @Test
    void every_page_has_no_serious_barrier_and_fits_the_screen(Journeys journeys) {
        journeys.run("pages.js");
    }
}
