package org.depositary.eventsourcing.follow;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Follows topics until it is closed. Records that could not be taken in come again; when anything else fails, whatever
 * it is, a new consumer goes on from where the reader stands. There is no failure after which it stays away.
 */
public final class TopicFollower implements AutoCloseable {

    /** Reads from the beginning what is read for the first time, and finds a topic soon that is made later. */
    private static final Map<String, Object> SETTINGS = Map.of(
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.METADATA_MAX_AGE_CONFIG,
            2_000,
            // Who was killed is given up within seconds, so that the next one need not wait.
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            6_000,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            2_000,
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
            16 * 1024 * 1024);

    private static final Logger LOG = Logger.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final String group;
    private final List<String> topics;
    private final Map<String, Object> settings;
    private final TopicReader reader;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Consumer<byte[], byte[]> consumer;
    private long lookedAt;

    /**
     * @param kafka the connection to Kafka, as Quarkus configures it
     * @param atOnce the most records that the reader gets at once
     */
    public TopicFollower(String group, List<String> topics, int atOnce, Map<String, Object> kafka, TopicReader reader) {
        this.group = group;
        this.topics = topics;
        this.reader = reader;
        this.settings = new HashMap<>(kafka);
        settings.putAll(SETTINGS);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, atOnce);
        this.thread = Thread.ofPlatform().name("follower-" + group).daemon().unstarted(this::follow);
    }

    public void start() {
        thread.start();
    }

    public boolean isRunning() {
        return thread.isAlive();
    }

    /** What is in hand is either in or will come again. */
    @Override
    public void close() {
        closed.countDown();
        var inUse = consumer;
        if (inUse != null) {
            inUse.wakeup();
        }
        try {
            // No interrupt: it would break a connection that is in use.
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        var pause = new Pause();
        while (!isClosed()) {
            try (var opened = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer = opened;
                opened.subscribe(topics, new Assignments());
                while (!isClosed()) {
                    step(opened);
                    pause.over();
                }
            } catch (
                    Throwable
                            failure) { // An error that ended this thread would end the following, and nobody would see.
                if (!isClosed()) {
                    LOG.warnf(failure, "%s: the consumer failed; a new one goes on", group);
                    pause.take();
                }
            }
        }
    }

    private void step(Consumer<byte[], byte[]> opened) {
        var records = opened.poll(POLL);
        if (!records.isEmpty()) {
            takeUntilDone(opened, records);
        }
        if (System.nanoTime() - lookedAt > LOOK_NANOS) {
            look(opened);
            lookedAt = System.nanoTime();
        }
    }

    private void takeUntilDone(Consumer<byte[], byte[]> opened, ConsumerRecords<byte[], byte[]> records) {
        var pause = new Pause();
        while (!isClosed()) {
            try {
                reader.take(opened, records);
                return;
            } catch (KafkaException aboutTheConsumer) {
                throw aboutTheConsumer;
            } catch (Exception failure) {
                LOG.warnf("%s: %d records are not in yet: %s; trying again", group, records.count(), failure);
                LOG.debug(group, failure);
                pause.take();
            }
        }
    }

    private void look(Consumer<byte[], byte[]> opened) {
        try {
            reader.look(opened);
        } catch (WakeupException closing) {
            throw closing;
        } catch (Exception failure) {
            LOG.warnf("%s: %s", group, failure);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private final class Assignments implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            try {
                reader.assigned(consumer, partitions);
            } catch (RuntimeException failure) {
                throw failure;
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // What was taken in is known where it was taken in.
        }
    }

    /** Longer each time, until what failed has worked. */
    private final class Pause {

        private long millis = FIRST_PAUSE_MILLIS;

        void take() {
            try {
                closed.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                // Nobody means to end this thread so; the pause is over.
            }
            millis = Math.min(millis * 2, LONGEST_PAUSE_MILLIS);
        }

        void over() {
            millis = FIRST_PAUSE_MILLIS;
        }
    }
}
