package org.depositary.gateway.hooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.depositary.gateway.hooks.TestNameServer;
import org.depositary.gateway.hooks.TestReceiver;
import org.depositary.gateway.hooks.address.AddressSettings;
import org.depositary.gateway.hooks.address.ReceiverAddresses;
import org.depositary.gateway.hooks.address.ReceiverUrl;
import org.depositary.gateway.hooks.store.AttemptOutcome;
import org.depositary.testing.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests what requests to receivers wait for. Only one delivery may be on its way, and no request is given up by its time. */
class WebhookSenderTest {

    private static final int LOOKUPS = 50;
    private static final int PINGS = 20;
    private static final int EXCHANGES = 300;

    private final TestNameServer nameServer = new TestNameServer();
    private final CountDownLatch answers = new CountDownLatch(1);
    private final TestReceiver slow = new TestReceiver().answering(request -> afterwards());
    private final TestReceiver other = new TestReceiver();
    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SmallRyeConfig config = new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .addDiscoveredConverters()
            .withMapping(WebhookSettings.class)
            .withMapping(AddressSettings.class)
            .withSources(new PropertiesConfigSource(
                    Map.of(
                            "depositary.webhooks.concurrency", "1",
                            "depositary.webhooks.timeout", "1h",
                            "depositary.webhooks.allow-private", "true",
                            "depositary.webhooks.name-servers", nameServer.address()),
                    "test",
                    0))
            .build();
    private final WebhookSettings settings = config.getConfigMapping(WebhookSettings.class);
    private final ReceiverAddresses addresses = new ReceiverAddresses(config.getConfigMapping(AddressSettings.class));
    private final ReceiverClient client = new ReceiverClient(vertx, settings, Optional.empty());
    private final WebhookSender sender = new WebhookSender(client, addresses, settings, new WebhookClock());

    private int afterwards() {
        try {
            answers.await();
            return 200;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 500;
        }
    }

    @AfterEach
    void close() {
        answers.countDown();
        threads.shutdownNow();
        slow.close();
        other.close();
        addresses.close();
        nameServer.close();
        vertx.close();
    }

    private static WebhookRequest to(String url) {
        return new WebhookRequest(url, "msg_1", "{}", List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), 0);
    }

    private <T> Future<T> start(Callable<T> task) {
        return threads.submit(task);
    }

    private static <T> T result(Future<T> started) throws Exception {
        return started.get(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private void assertOthersAreReached() throws Exception {
        var outcome = result(start(() -> sender.send(to(other.url("receiver.test")), () -> true)));
        assertThat(outcome.flatMap(AttemptOutcome::status)).contains(200);
    }

    @Test
    void a_name_server_that_does_not_answer_delays_no_other_receiver() throws Exception {
        for (int i = 0; i < LOOKUPS; i++) {
            var silent = to("http://silent-%d.test/".formatted(i));
            start(() -> sender.send(silent, () -> true));
        }
        await("all lookups").until(() -> nameServer.asked().size() >= LOOKUPS);
        assertOthersAreReached();
    }

    @Test
    void pings_that_are_not_answered_delay_no_delivery() throws Exception {
        var pings = IntStream.range(0, PINGS)
                .mapToObj(i -> start(() -> sender.ping(to(slow.url()))))
                .toList();
        await("all pings").until(() -> slow.arrived() == PINGS);
        assertThat(sender.ping(to(other.url()))).as("one more").isEmpty();
        assertOthersAreReached();
        answers.countDown();
        for (var ping : pings) {
            assertThat(result(ping).flatMap(AttemptOutcome::status)).contains(200);
        }
    }

    @Test
    void a_request_that_has_waited_does_not_begin_if_it_may_not_any_more() throws Exception {
        var first = start(() -> sender.send(to(slow.url()), () -> true));
        await("the only permit is taken").until(() -> slow.arrived() == 1);
        var hasLease = new AtomicBoolean(true);
        var waiting = new AtomicReference<Thread>();
        var second = start(() -> {
            waiting.set(Thread.currentThread());
            return sender.send(to(other.url()), hasLease::get);
        });
        await("the second waits").until(() -> Optional.ofNullable(waiting.get())
                .filter(thread -> thread.getState() == Thread.State.WAITING)
                .isPresent());
        hasLease.set(false);
        answers.countDown();
        assertThat(result(first)).isPresent();
        assertThat(result(second)).isEmpty();
        assertThat(other.received()).isEmpty();
    }

    /** The limit of the impatient ones is about the time of an answer, so some are given up just when it ends. */
    @Test
    void a_request_that_is_given_up_breaks_no_other() throws Exception {
        other.answering(request -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            return 200;
        });
        var impatient = IntStream.range(0, 8)
                .mapToObj(i -> start(() -> exchanges(Duration.ofMillis(1 + i % 4))))
                .toList();
        var patient = IntStream.range(0, 8)
                .mapToObj(i -> start(() -> exchanges(Waiting.LIMIT)))
                .toList();
        for (var each : impatient) {
            result(each);
        }
        for (var each : patient) {
            assertThat(result(each)).allMatch(AttemptOutcome::isSuccess).hasSize(EXCHANGES);
        }
    }

    private List<AttemptOutcome> exchanges(Duration limit) throws InterruptedException {
        var outcomes = new ArrayList<AttemptOutcome>();
        var url = ReceiverUrl.parse(other.url(), true);
        for (int i = 0; i < EXCHANGES; i++) {
            outcomes.add(client.exchange(url, InetAddress.getLoopbackAddress())
                    .outcome(to(other.url()), new WebhookClock().instant(), limit));
        }
        return outcomes;
    }
}
