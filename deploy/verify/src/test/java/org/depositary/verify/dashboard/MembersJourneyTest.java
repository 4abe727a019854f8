package org.depositary.verify.dashboard;

import org.depositary.verify.BrowserJourneys;
import org.depositary.verify.BrowserJourneys.Journeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reader asks who belonged to an organisation on a day. */
@Tag("full")
@ExtendWith(BrowserJourneys.class)
class MembersJourneyTest {

    @Test
    void who_was_in_the_sco_when_the_astana_declaration_was_signed_and_says_who(Journeys journeys) {
        journeys.run("who-was-in-the-sco.js");
    }
}
