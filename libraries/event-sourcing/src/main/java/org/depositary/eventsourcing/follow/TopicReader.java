package org.depositary.eventsourcing.follow;

import io.micrometer.core.instrument.Gauge;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.depositary.eventsourcing.background.RetryWithBackoff;
import org.jboss.logging.Logger;

/**
 * Reads batches from a Kafka channel into a database that also stores the next offset of each partition. A failed
 * batch is retried until it is stored, so a database failure never fails the channel. The channel is subscribed when
 * Kafka answers for the first time.
 */
public abstract class TopicReader implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(TopicReader.class);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    /**
     * Longer than a failed connection to the database or to Kafka can take, so that an outage does not look like a
     * dead consumer.
     */
    private static final Duration DEAD_AFTER = Duration.ofMinutes(2);

    private final String channel;
    private final KafkaChannels channels;
    private final TopicIdLookup topics;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final RetryWithBackoff storing;
    private final RetryWithBackoff seeking;
    private final ExecutorService worker;
    private final ScheduledExecutorService checks;
    private volatile boolean assigned;
    private volatile boolean ended;
    private volatile long lastChecked = System.nanoTime();

    protected TopicReader(String channel, KafkaChannels channels) {
        this.channel = channel;
        this.channels = channels;
        this.topics = new TopicIdLookup(channels.topics(channel), channels.kafka());
        this.storing = new RetryWithBackoff(channel + ": storing a batch", closed);
        this.seeking = new RetryWithBackoff(channel + ": seeking to the stored offsets", closed);
        this.worker = Executors.newSingleThreadExecutor(thread("reader-"));
        this.checks = Executors.newSingleThreadScheduledExecutor(thread("reader-check-"));
    }

    /**
     * The next offset of each partition. An absent partition is read from the offset that its group committed to
     * Kafka, or from its start.
     */
    protected abstract Map<PartitionId, Long> nextOffsets(Collection<PartitionId> partitions) throws Exception;

    /**
     * Stores the records in their order, together with their offsets.
     *
     * @param partitions the ids of the partitions of the records
     * @throws Exception if nothing was stored; the same records are then passed again
     */
    protected abstract void store(ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, PartitionId> partitions)
            throws Exception;

    /** Called every few seconds on the consumer's thread, for example to read metrics. Does nothing by default. */
    protected void observe(Consumer<byte[], byte[]> consumer) {}

    /** Stores one batch of the channel and retries until that succeeds. The returned {@code Uni} never fails. */
    protected final Uni<Void> read(ConsumerRecords<byte[], byte[]> records) {
        // Takes the ids when the batch arrives: if its topic is created again during retries, the batch belongs to the
        // old topic.
        var known = topics.known();
        return Uni.createFrom()
                .<Void>item(() -> {
                    storing.untilDone(() -> store(records, identify(records, known)));
                    return null;
                })
                .runSubscriptionOn(worker);
    }

    private Map<TopicPartition, PartitionId> identify(
            ConsumerRecords<byte[], byte[]> records, Map<String, String> known)
            throws KafkaUnavailable, InterruptedException {
        var ids = TopicIdLookup.identify(records.partitions(), known);
        if (ids.size() < records.partitions().size()) {
            topics.refresh();
            ids = TopicIdLookup.identify(records.partitions(), topics.known());
        }
        if (ids.size() < records.partitions().size()) {
            throw new KafkaUnavailable("Kafka does not have all topics of " + records.partitions(), null);
        }
        return ids;
    }

    @Override
    public final void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        seeking.untilDone(() -> {
            topics.refresh();
            seek(consumer, partitions);
        });
        assigned = true;
    }

    private void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) throws Exception {
        var names = new HashMap<PartitionId, TopicPartition>();
        TopicIdLookup.identify(partitions, topics.known()).forEach((name, id) -> names.put(id, name));
        nextOffsets(names.keySet()).forEach((partition, offset) -> consumer.seek(names.get(partition), offset));
    }

    /** Runs the action on the consumer's thread, at its next poll. */
    protected final void onPollingThread(java.util.function.Consumer<Consumer<byte[], byte[]>> action) {
        client().runOnPollingThread(action)
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("%s: the consumer failed: %s", channel, failure));
    }

    public final TopicIdLookup topics() {
        return topics;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("depositary.reader.failing.seconds", () -> seconds(failingFor()))
                .description("Time since a reader of Kafka lost its database")
                .tag("reader", channel)
                .register(channels.meters());
        checks.scheduleWithFixedDelay(this::check, 0, CHECK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for the batch in progress. If that batch is not stored by then, it is read again after the next start. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        closed.countDown();
        checks.shutdownNow();
        try {
            worker.submit(() -> {}).get(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            LOG.warnf("%s: a batch is still being stored", channel);
        }
    }

    /** Called after the channel has ended, so no more batches arrive. */
    @PreDestroy
    void close() {
        worker.shutdown();
        topics.close();
    }

    /** Whether the Kafka consumer still works. True while the consumer's thread only waits for the database. */
    public final boolean isAlive() {
        return !ended && (seeking.isFailing() || System.nanoTime() - lastChecked < DEAD_AFTER.toNanos());
    }

    public final String channel() {
        return channel;
    }

    /** Whether Kafka has assigned partitions to this consumer since the start. An empty assignment counts. */
    public final boolean wasAssigned() {
        return assigned;
    }

    /** The time since the first failed attempt to store the current batch. Zero if storing works. */
    public final Duration failingFor() {
        return storing.failingFor().plus(seeking.failingFor());
    }

    /**
     * Subscribes when Kafka answers for the first time, and from then on checks that the consumer works. A consumer
     * that is closed or not subscribed throws IllegalStateException, and SmallRye does not replace it.
     */
    private void check() {
        if (ended || closed.getCount() == 0) {
            return;
        }
        try {
            if (channels.subscription(channel).isPaused()) {
                topics.hasNew();
                channels.subscription(channel).resume();
            } else if (!seeking.isFailing()) {
                boolean isNew = hasNewTopics();
                client().runOnPollingThread((Consumer<byte[], byte[]> consumer) -> check(consumer, isNew))
                        .await()
                        .atMost(CHECK_INTERVAL);
            }
            lastChecked = System.nanoTime();
        } catch (KafkaUnavailable notYet) {
            lastChecked = System.nanoTime();
        } catch (IllegalStateException closedOrNotSubscribed) {
            ended = true;
            LOG.errorf("%s: the channel ended; restart the process to continue: %s", channel, closedOrNotSubscribed);
        } catch (Throwable failure) {
            // Catches errors too: they would end these checks, and a dead channel would stay unnoticed.
            if (closed.getCount() > 0) {
                LOG.warnf("%s: the consumer does not respond: %s", channel, failure);
            }
        }
    }

    private boolean hasNewTopics() throws InterruptedException {
        try {
            return topics.hasNew();
        } catch (KafkaUnavailable unavailable) {
            return false;
        }
    }

    private void check(Consumer<byte[], byte[]> consumer, boolean isNew) {
        if (consumer.subscription().isEmpty()) {
            throw new IllegalStateException("The consumer is not subscribed to its topics");
        }
        if (isNew) {
            // Forces a new assignment, because only then is a topic that was created again read from its start.
            consumer.enforceRebalance("a topic was created");
        }
        try {
            observe(consumer);
        } catch (RuntimeException failure) {
            LOG.debug(channel, failure);
        }
    }

    private KafkaConsumer<byte[], byte[]> client() {
        return channels.consumer(channel);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    private ThreadFactory thread(String prefix) {
        return Thread.ofPlatform().name(prefix + channel).daemon().factory();
    }
}
