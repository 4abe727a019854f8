package org.depositary.verify;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every kind of fault once: {@code ./depositary drill --short}. */
@Tag("drill")
class FaultDrillTest {

    private static final int WRITES_PER_SECOND = 100;
    private static final Duration OUTAGE = Duration.ofSeconds(15);

    @Test
    void everything_once() throws Exception {
        var faults = DrillFaults.all(List.of(
                DrillFaults.ofProcesses(1),
                DrillFaults.ofServers(OUTAGE),
                DrillFaults.ofClocks(),
                DrillFaults.ofRivals()));
        new FaultDrill(faults, WRITES_PER_SECOND).run("fault-drill");
    }
}
