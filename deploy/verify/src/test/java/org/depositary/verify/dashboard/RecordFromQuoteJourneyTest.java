package org.depositary.verify.dashboard;

import org.depositary.verify.BrowserJourneys;
import org.depositary.verify.BrowserJourneys.Journeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A curator cites a document by selecting its words with the keyboard. */
@Tag("full")
@ExtendWith(BrowserJourneys.class)
class RecordFromQuoteJourneyTest {

    @Test
    void a_fact_from_a_selected_quote_appears_in_another_window(Journeys journeys) {
        journeys.run("record-from-quote.js");
    }
}
