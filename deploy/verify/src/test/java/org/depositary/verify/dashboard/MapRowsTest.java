package org.depositary.verify.dashboard;

import org.depositary.verify.BrowserJourneys;
import org.depositary.verify.BrowserJourneys.Journeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The charts of maps and pairs. */
@Tag("full")
@ExtendWith(BrowserJourneys.class)
class MapRowsTest {

    @Test
    void marks_table_and_csv_have_the_same_rows(Journeys journeys) {
        journeys.run("map-rows.js");
    }
}
