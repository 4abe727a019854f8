package org.depositary.verify;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.depositary.verify.Fault.Kill;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Processes are killed at random moments under load. No acknowledged write is lost, repeated or out of order. */
@Tag("full")
class KillDrillTest {

    /** The processes between a command and its reader. */
    static final List<String> FLOW =
            List.of(TestInstallation.MEMBERSHIP_SERVICE, TestInstallation.GATEWAY, TestInstallation.KAFKA);

    private static final int WRITES_PER_SECOND = 200;
    private static final Duration OUTAGE = Duration.ofSeconds(10);

    @Test
    void the_flow_is_killed_three_times_and_one_of_each_other_kind_befalls_the_rest() throws Exception {
        var kills = FLOW.stream()
                .flatMap(process -> Collections.nCopies(3, (Fault) new Kill(process)).stream())
                .toList();
        var seed = FaultDrill.anySeed();
        var others = DrillFaults.oneOfEachKind(OUTAGE, new Random(seed));
        new FaultDrill(DrillFaults.all(List.of(kills, others)), WRITES_PER_SECOND, seed).run("kill-drill");
    }
}
