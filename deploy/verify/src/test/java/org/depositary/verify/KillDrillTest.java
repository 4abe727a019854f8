package org.depositary.verify;

import java.util.Collections;
import java.util.List;
import org.depositary.verify.Fault.Kill;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes die at random moments under load, and nothing acknowledged is lost, doubled or disordered. */
@Tag("full")
class KillDrillTest {

    /** From the command to its reader. */
    static final List<String> FLOW = List.of(Installation.MEMBERSHIP_SERVICE, Installation.GATEWAY, Installation.KAFKA);

    private static final int WRITES_PER_SECOND = 200;

    @Test
    @Timeout(900)
    void the_processes_of_the_flow_are_killed_three_times_each() throws Exception {
        var kills = FLOW.stream()
                .flatMap(process -> Collections.nCopies(3, (Fault) new Kill(process)).stream())
                .toList();
        new Drill(kills, WRITES_PER_SECOND).run("kill-drill");
    }
}
