package org.depositary.gateway.hooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.depositary.gateway.LiveClientsProfile;
import org.depositary.gateway.TestEventPublisher;
import org.depositary.gateway.TestEventPublisher.Event;
import org.depositary.gateway.hooks.TestReceiver;
import org.depositary.gateway.hooks.WebhookClient;
import org.depositary.gateway.hooks.store.DeliveryProgress;
import org.depositary.gateway.hooks.store.WebhookLeases;
import org.depositary.gateway.hooks.store.WebhookSubscriptions;
import org.depositary.gateway.live.ChangeFollower;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests that several gateways share webhooks, and that a webhook survives the loss of the change log. */
@QuarkusTest
@TestProfile(LiveClientsProfile.class)
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class WebhookReplicasTest {

    private static final int CHANGES = 100;

    private final String organization = "o-" + UUID.randomUUID().toString().substring(0, 8);
    private final WebhookClient client = new WebhookClient("reader");

    @Inject
    TestEventPublisher bus;

    @Inject
    WebhookWorkers workers;

    @Inject
    WebhookLeases leases;

    @Inject
    WebhookSubscriptions subscriptions;

    @Inject
    ChangeFollower follower;

    @Inject
    DeliveryProgress progress;

    @Inject
    WebhookAttempts attempts;

    @Inject
    WebhookMessages messages;

    @Inject
    LogResumption resumption;

    @Inject
    WebhookSettings settings;

    @Inject
    WebhookClock clock;

    @Inject
    @DataSource("clients")
    javax.sql.DataSource clients;

    private WebhookWorkers replica() {
        var workers = new WebhookWorkers(
                leases,
                subscriptions,
                follower,
                progress,
                attempts,
                messages,
                resumption,
                settings,
                new DeliveryMetrics(new SimpleMeterRegistry()),
                clock);
        workers.start();
        return workers;
    }

    private void publish(int from, int upTo) {
        bus.publish(IntStream.rangeClosed(from, upTo)
                .mapToObj(version -> Event.accession(organization, "KZ", version))
                .toArray(Event[]::new));
    }

    private List<String> versions(int upTo) {
        return IntStream.rangeClosed(1, upTo)
                .mapToObj(version -> "membership:%s/KZ@%d".formatted(organization, version))
                .toList();
    }

    @Test
    void replicas_that_come_and_go_send_each_change_once() throws Exception {
        try (var receiver = new TestReceiver()) {
            var first = replica();
            client.subscribe(receiver.url(), organization);
            publish(1, CHANGES / 2);
            await("some").until(() -> receiver.received().size() > 5);
            var second = replica();
            first.stop();
            publish(CHANGES / 2 + 1, CHANGES);
            await("all").until(() -> receiver.received().size() >= CHANGES);
            second.stop();
            assertThat(receiver.versions()).isEqualTo(versions(CHANGES));
        }
    }

    @Test
    void a_lease_is_of_one_holder_until_it_ends_or_is_released() {
        var id = UUID.fromString(
                client.subscribe("http://127.0.0.1:9/", organization).getString("id"));
        var holder = UUID.randomUUID();
        await("a holder")
                .until(() -> !leases.claim(holder, 1_000, settings.lease()).contains(id));
        assertThat(leases.claim(UUID.randomUUID(), 1_000, settings.lease())).doesNotContain(id);
    }

    @Test
    void with_another_log_it_repeats_what_was_recorded_shortly_before_and_misses_nothing() throws SQLException {
        try (var receiver = new TestReceiver()) {
            var id = client.subscribe(receiver.url(), organization).getString("id");
            publish(1, 3);
            await("before").until(() -> client.deliveries(id, "status")
                    .equals(List.of("delivered", "delivered", "delivered")));
            forget(id);
            workers.lookAgain();
            await("repeated").until(() -> receiver.received().size() == 6);
            publish(4, 4);
            await("after").until(() -> receiver.versions().contains(versions(4).getLast()));
            assertThat(receiver.versions().subList(3, 7)).isEqualTo(versions(4));
            assertThat(receiver.received().get(3).message())
                    .isEqualTo(receiver.received().getFirst().message());
        }
    }

    /** Sets the position to one of a log that does not exist any more. */
    private void forget(String id) throws SQLException {
        try (var connection = clients.getConnection();
                var update = connection.prepareStatement(
                        "UPDATE webhook SET position = 'zzzzzzzz.3', revision = revision + 1 WHERE id = ?")) {
            update.setObject(1, UUID.fromString(id));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
