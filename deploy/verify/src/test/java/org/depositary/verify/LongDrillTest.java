package org.depositary.verify;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code ./depositary drill}: every process killed and frozen ten times, and all other faults. */
@Tag("drill")
class LongDrillTest {

    private static final int WRITES_PER_SECOND = 60;
    private static final Duration OUTAGE = Duration.ofMinutes(1);

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
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
