package org.depositary.verify;

import java.util.List;
import org.depositary.verify.Fault.Kill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes die at random moments under load, and nothing acknowledged is lost, doubled or disordered. */
class KillDrillTest {

    private static final int WRITES_PER_SECOND = 200;

    @Test
    @Timeout(300)
    void the_processes_of_the_flow_are_killed_once_each() throws Exception {
        List<Fault> kills = List.of(
                new Kill(Installation.MEMBERSHIP_SERVICE),
                new Kill(Installation.GATEWAY),
                new Kill(Installation.KAFKA));
        new Drill(kills, WRITES_PER_SECOND).run("kill-drill");
    }
}
