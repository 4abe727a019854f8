package org.depositary.gateway.feeder;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.depositary.gateway.feeder.Offsets.Partition;
import org.jboss.logging.Logger;

/** What the feeder asks of its Kafka consumer: on the consumer's own thread, as it must be. */
@ApplicationScoped
class ConsumerControl {

    private static final Logger LOG = Logger.getLogger(ConsumerControl.class);
    private static final int WATCH_SECONDS = 5;

    private final KafkaClientService kafka;
    private final Topics topics;
    private final StoredOffsets storedOffsets;
    private final FeederMetrics metrics;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("feeder-watch").daemon().factory());

    ConsumerControl(
            KafkaClientService kafka,
            Topics topics,
            @Identifier("events") StoredOffsets storedOffsets,
            FeederMetrics metrics) {
        this.kafka = kafka;
        this.topics = topics;
        this.storedOffsets = storedOffsets;
        this.metrics = metrics;
    }

    void onStart(@Observes StartupEvent event) {
        watch.scheduleWithFixedDelay(this::look, WATCH_SECONDS, WATCH_SECONDS, TimeUnit.SECONDS);
    }

    void onStop(@Observes ShutdownEvent event) {
        watch.shutdownNow();
    }

    /** Reads again from an earlier offset. */
    void goBack(Partition partition, long offset) {
        go(partition, offset, true);
    }

    /** Skips what the log has. */
    void goForward(Partition partition, long offset) {
        go(partition, offset, false);
    }

    /** Where the consumer stands already on the right side, a seek would only repeat what is on its way. */
    private void go(Partition partition, long offset, boolean back) {
        topics.named(partition)
                .ifPresent(name -> run(consumer -> {
                    if (consumer.assignment().contains(name)) {
                        long at = consumer.position(name);
                        if (back ? at > offset : at < offset) {
                            consumer.seek(name, offset);
                        }
                    }
                }));
    }

    private void look() {
        try {
            if (topics.look()) {
                run(consumer -> storedOffsets.seek(consumer, consumer.assignment()));
            }
            run(consumer -> metrics.lag(consumer.assignment().stream()
                    .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                    .sum()));
        } catch (KafkaUnavailable | RuntimeException failure) {
            LOG.warnf("The feeder cannot look after its topics now: %s", failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(java.util.function.Consumer<Consumer<byte[], byte[]>> task) {
        KafkaConsumer<byte[], byte[]> consumer = kafka.getConsumer("events");
        consumer.runOnPollingThread(task)
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("The Kafka consumer did not follow: %s", failure));
    }
}
