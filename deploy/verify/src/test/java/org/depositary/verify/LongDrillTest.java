package org.depositary.verify;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code ./depositary drill}: every process killed and frozen ten times, and all other faults. */
@Tag("drill")
class LongDrillTest {

    private static final int WRITES_PER_SECOND = 60;
    private static final Duration OUTAGE = Duration.ofMinutes(1);

    @Test
    void every_process_killed_and_frozen_ten_times() throws Exception {
        var faults = DrillFaults.all(List.of(
                DrillFaults.ofProcesses(Integer.getInteger("drill.rounds", 10)),
                DrillFaults.ofServers(OUTAGE),
                DrillFaults.ofClocks(),
                DrillFaults.ofClocks(),
                DrillFaults.ofRivals(),
                DrillFaults.ofRivals(),
                DrillFaults.ofRivals()));
        new FaultDrill(faults, WRITES_PER_SECOND).run("long-drill");
    }
}
