package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.depositary.verify.StoppedPart.Stopped;
import org.depositary.verify.monitoring.AlertmanagerServer;
import org.depositary.verify.monitoring.NotificationReceiver;
import org.depositary.verify.monitoring.NotificationReceiver.Notification;
import org.depositary.verify.monitoring.PrometheusServer;
import org.depositary.verify.monitoring.ShortenedTimes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A part of an installation stops. A real Prometheus with our alerts and a real Alertmanager with our inhibition send
 * exactly one notification, of the right alert. All times are divided by a factor.
 *
 * <p>{@code ./depositary drill alerts} stops every part; the full tests stop {@code -Dalerts.parts=}.
 */
@Tag("full")
class AlertsDrillTest {

    private static final int FACTOR = Integer.getInteger("alerts.factor", 6);
    private static final List<StoppedPart> PARTS = Arrays.stream(
                    System.getProperty("alerts.parts", "gateway,clients_database")
                            .split(","))
            .map(name -> StoppedPart.valueOf(name.toUpperCase(Locale.ROOT)))
            .toList();
    private static final Duration SCRAPE_INTERVAL = Duration.ofSeconds(15);

    private final ShortenedTimes times = new ShortenedTimes(TestInstallation.ROOT.resolve("deploy/monitoring"), FACTOR);

    @Test
    void a_part_that_stops_is_one_notification() {
        try (var installation = TestInstallation.start("alerts", "--empty")) {
            PARTS.forEach(part -> stop(installation, part));
            System.out.printf("drill: %d parts, one notification each%n", PARTS.size());
        }
    }

    private void stop(TestInstallation installation, StoppedPart part) {
        var directory = TestInstallation.emptied("alerts-of-" + part);
        try (var receiver = new NotificationReceiver();
                var alertmanager = AlertmanagerServer.start(directory, times.alertmanager(receiver.url()));
                var prometheus = PrometheusServer.start(
                        directory,
                        installation.managementPorts(),
                        times.of(SCRAPE_INTERVAL),
                        times.rules(),
                        Optional.of(alertmanager))) {
            await("all services are scraped, and well")
                    .until(() -> prometheus.returnsData("count(up == 1) == 4")
                            && prometheus.firing().isEmpty());
            long began = System.nanoTime();
            try (Stopped stopped = part.stop(installation)) {
                await("a notification, while %s is stopped".formatted(part))
                        .until(() -> !receiver.received().isEmpty());
                System.out.printf(
                        "drill: %s stopped; %s after %d s%n",
                        part,
                        receiver.received(),
                        Duration.ofNanos(System.nanoTime() - began).toSeconds());
                // Consequences that are not inhibited would be reported by now.
                FaultPause.millis(
                        times.groupInterval().multipliedBy(3).dividedBy(2).toMillis());
                assertThat(receiver.received())
                        .as("firing: %s", prometheus.firing())
                        .containsExactly(new Notification(Set.of(part.alert())));
            }
        }
    }
}
