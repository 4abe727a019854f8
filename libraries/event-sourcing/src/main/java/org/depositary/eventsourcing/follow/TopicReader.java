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
 * Reads batches of a channel into a database that also stores the next offset of each partition. A batch that cannot be
 * stored is retried until it is stored, so the channel never fails because of its reader. The channel is subscribed when
 * Kafka answers for the first time.
 */
public abstract class TopicReader implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(TopicReader.class);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    /** Longer than one failed connection to the database or to Kafka may take. */
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

    /** The next offset of each partition. A partition without one is read from where Kafka says, or from its start. */
    protected abstract Map<PartitionId, Long> nextOffsets(Collection<PartitionId> partitions) throws Exception;

    /**
     * Stores the records, in their order, with their offsets.
     *
     * @param partitions the ids of the partitions of the records
     * @throws Exception if they are not stored; the same records are stored again
     */
    protected abstract void store(ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, PartitionId> partitions)
            throws Exception;

    /** Called every few seconds on the thread of the consumer. */
    protected void observe(Consumer<byte[], byte[]> consumer) {}

    /** Reads one batch of the channel. The result never fails. */
    protected final Uni<Void> read(ConsumerRecords<byte[], byte[]> records) {
        // The ids on arrival: a batch that is still retried when its topic is created again belongs to the old topic.
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

    /** Runs the action soon on the thread of the consumer. */
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
                .description("How long a reader of Kafka has failed to reach its database")
                .tag("reader", channel)
                .register(channels.meters());
        checks.scheduleWithFixedDelay(this::check, 0, CHECK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for the batch in progress. It is stored now, or read again after the next start. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        closed.countDown();
        checks.shutdownNow();
        try {
            worker.submit(() -> {}).get(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            LOG.warnf("%s: a batch is still being stored", channel);
        }
    }

    /** After the channel has ended, which hands over no more batches. */
    @PreDestroy
    void close() {
        worker.shutdown();
        topics.close();
    }

    /** Whether the channel's consumer works. While its thread waits for the database, it does. */
    public final boolean isAlive() {
        return !ended && (seeking.isFailing() || System.nanoTime() - lastChecked < DEAD_AFTER.toNanos());
    }

    public final String channel() {
        return channel;
    }

    /** Whether Kafka has assigned partitions, if only none, since the start. */
    public final boolean wasAssigned() {
        return assigned;
    }

    /** How long the database has failed this reader; zero if it works. */
    public final Duration failingFor() {
        return storing.failingFor().plus(seeking.failingFor());
    }

    /**
     * Subscribes when Kafka answers for the first time, and from then on checks that the consumer works. A consumer that is
     * closed or not subscribed throws IllegalStateException, and SmallRye does not replace it.
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
            LOG.errorf("%s: the channel has ended, only a new process reads on: %s", channel, closedOrNotSubscribed);
        } catch (Throwable failure) { // An error that ended the checks would hide a dead channel.
            if (closed.getCount() > 0) {
                LOG.warnf("%s: the consumer does not answer: %s", channel, failure);
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
            throw new IllegalStateException("It is not subscribed to its topics");
        }
        if (isNew) {
            // After a new assignment, a topic that was created again is read from its start.
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
