package org.depositary.verify.dashboard;

import org.depositary.verify.BrowserJourneys;
import org.depositary.verify.BrowserJourneys.Journeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page of another site shows a chart. */
@Tag("full")
@ExtendWith(BrowserJourneys.class)
class EmbedJourneyTest {

    @Test
    void a_foreign_page_embeds_a_timeline(Journeys journeys) {
        journeys.run("embed.js");
    }
}
