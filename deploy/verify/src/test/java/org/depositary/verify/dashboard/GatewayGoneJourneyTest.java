package org.depositary.verify.dashboard;

import org.depositary.verify.BrowserJourneys;
import org.depositary.verify.BrowserJourneys.Journeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The gateway is killed while a page is open. */
@Tag("full")
@ExtendWith(BrowserJourneys.class)
class GatewayGoneJourneyTest {

    @Test
    void the_page_says_that_the_gateway_is_gone_and_recovers(Journeys journeys) {
        journeys.run("gateway-gone.js");
    }
}
