package org.depositary.verify.dashboard;

import org.depositary.verify.BrowserJourneys;
import org.depositary.verify.BrowserJourneys.Journeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests what Lighthouse reports about the page of an organisation. The speed of this machine does not count. */
@Tag("full")
@ExtendWith(BrowserJourneys.class)
class LighthouseTest {

    @Test
    void the_page_of_an_organisation_is_accessible_small_and_steady(Journeys journeys) {
        journeys.run("lighthouse.js");
    }
}
