package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.util.function.BooleanSupplier;

/**
 * Two processes of one service compete for publishing. The leader is frozen in the middle of a backlog, its session
 * ends, and the other one becomes leader. Then the first one continues and still believes that it leads.
 */
record RivalRelay() implements Fault {

    private static final String SERVICE = TestInstallation.MEMBERSHIP_SERVICE;
    private static final String SESSION = "relay-membership.events";

    @Override
    public BooleanSupplier strike(Scene scene) {
        var installation = scene.installation();
        var own = new ServiceMetrics(installation.client(SERVICE));
        await("the launcher's one leads").until(own::leads);
        try (var rival = ServiceReplica.start(installation, SERVICE)) {
            var other = new ServiceMetrics(rival.client());
            assertThat(other.leads()).as("two leaders").isFalse();
            freezeInABacklog(scene);
            try {
                assertThat(new EventTables(installation).endLeader(SESSION)).isEqualTo(1);
                await("the other one leads").until(other::leads);
                // Longer than the timeouts of Kafka and PostgreSQL.
                FaultPause.millis(10_000);
            } finally {
                installation.signal(SERVICE, "CONT");
            }
            await("the first one has noticed").until(() -> !own.leads());
            assertThat(other.leads()).isTrue();
            rival.kill();
        }
        return () -> installation.ready() && own.leads();
    }

    /** Freezes Kafka until events pile up, lets it continue, and freezes the relay while it sends them. */
    private static void freezeInABacklog(Scene scene) {
        scene.installation().signal(TestInstallation.KAFKA, "STOP");
        try {
            FaultPause.millis(1_500);
        } finally {
            scene.installation().signal(TestInstallation.KAFKA, "CONT");
        }
        FaultPause.millis(scene.between(0, 60));
        scene.installation().signal(SERVICE, "STOP");
    }

    @Override
    public String toString() {
        return "two relays, the leading one frozen and revived";
    }
}
