package org.depositary.verify;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes die at random moments under load, and nothing acknowledged is lost, doubled or disordered. */
class KillDrillTest {

    private static final List<Fault> KILLS = Stream.of(
                    Installation.MEMBERSHIP_SERVICE, Installation.GATEWAY, Installation.KAFKA)
            .<Fault>map(Fault.Kill::new)
            .toList();
    private static final int WRITES_PER_SECOND = 200;

    @Test
    @Timeout(300)
    void each_process_killed_once() throws Exception {
        drill(Integer.getInteger("drill.rounds", 1));
    }

    @Test
    @Tag("full")
    @Timeout(900)
    void each_process_killed_three_times() throws Exception {
        drill(3);
    }

    private static void drill(int rounds) throws Exception {
        long seed = Long.getLong("drill.seed", ThreadLocalRandom.current().nextLong());
        System.out.println("drill: repeat it with -Ddrill.seed=" + seed);
        try (var installation = Installation.start("drill", "--empty")) {
            new Drill(KILLS, rounds, WRITES_PER_SECOND, seed).run(installation);
        }
    }
}
