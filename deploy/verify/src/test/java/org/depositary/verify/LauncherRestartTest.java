package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.depositary.local.process.ProcessStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** After any end of the launcher, the next start works without help and changes nothing. */
@Tag("full")
class LauncherRestartTest {

    @Test
    void every_start_finds_what_the_last_one_left() throws Exception {
        var first = TestInstallation.start("restarted");
        var known = new ChangeFeedClient(first.client()).paged();
        var members = first.client()
                .get("/api/organizations/sco/members?on=2005-07-06")
                .expect(200)
                .items();
        assertThat(known.entries()).isNotEmpty();

        var children = first.pids();
        first.close();
        assertThat(alive(children)).as("children after SIGTERM").isEmpty();

        var second = first.again();
        changedNothing(second, known);

        second.killLauncher();
        // At once, while processes of the killed launcher may still run.
        var third = second.again();
        changedNothing(third, known);
        assertThat(third.client()
                        .get("/api/organizations/sco/members?on=2005-07-06")
                        .expect(200)
                        .items())
                .isEqualTo(members);

        var orphans = third.pids();
        third.killLauncher();
        await("the children end by themselves").until(() -> alive(orphans).isEmpty());
    }

    @Test
    void a_port_that_is_taken_is_named() throws Exception {
        int port = TestInstallation.freePort();
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            var ended = TestInstallation.fails("port-taken", port);
            assertThat(ended.exit()).isNotZero();
            assertThat(ended.output())
                    .contains(Integer.toString(taken.getLocalPort()))
                    .doesNotContain("\tat ");
        }
    }

    private static void changedNothing(TestInstallation installation, EventLedger known) {
        new ChangeFeedClient(installation.client()).paged().sameAs(known);
        assertThat(new EventTables(installation).count())
                .isEqualTo(known.entries().size());
    }

    private static List<Long> alive(List<Long> pids) {
        return pids.stream().filter(ProcessStatus::isRunning).toList();
    }
}
