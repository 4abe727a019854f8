package org.depositary.verify.dashboard;

import org.depositary.verify.BrowserJourneys;
import org.depositary.verify.BrowserJourneys.Journeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pointer selects words of a document. */
@Tag("full")
@ExtendWith(BrowserJourneys.class)
class SelectQuoteTest {

    @Test
    void three_clicks_select_a_quote(Journeys journeys) {
        journeys.run("select-quote.js");
    }
}
