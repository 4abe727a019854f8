package org.depositary.gateway.feeder;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.depositary.gateway.feeder.Parked.Reason;
import org.depositary.gateway.feeder.Placement.Jump;
import org.depositary.gateway.projection.Progress;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/**
 * From Kafka to the change log. A batch is tried until it is in: nothing is skipped, nothing is committed to Kafka, and
 * the place to go on from is in the log's own database.
 */
@ApplicationScoped
class Feeder {

    private static final Logger LOG = Logger.getLogger(Feeder.class);
    private static final int WORTH_SHARING = 200;
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final ChangeLog changeLog;
    private final Topics topics;
    private final ConsumerControl consumer;
    private final Progress progress;
    private final FeederMetrics metrics;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("feeder").daemon().factory());
    private final Set<Jump> refused = new HashSet<>();

    Feeder(ChangeLog changeLog, Topics topics, ConsumerControl consumer, Progress progress, FeederMetrics metrics) {
        this.changeLog = changeLog;
        this.topics = topics;
        this.consumer = consumer;
        this.progress = progress;
        this.metrics = metrics;
    }

    /** Before anything is read: cursors need the epoch. */
    void onStart(@Observes @Priority(1) StartupEvent event) throws SQLException {
        changeLog.open();
    }

    /** What is in hand is either in the log or will be read again. */
    @PreDestroy
    void close() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(LONGEST_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    boolean isRunning() {
        return !thread.isShutdown();
    }

    @Incoming("events")
    Uni<Void> take(ConsumerRecords<byte[], byte[]> records) {
        return Uni.createFrom().voidItem().emitOn(thread).invoke(() -> storeUntilDone(records));
    }

    private void storeUntilDone(ConsumerRecords<byte[], byte[]> records) {
        long pause = FIRST_PAUSE_MILLIS;
        metrics.inHand(oldest(records));
        while (!thread.isShutdown()) {
            try {
                store(read(records));
                metrics.done();
                return;
            } catch (SQLException | KafkaUnavailable | RuntimeException failure) {
                LOG.warnf("%d records are not in the change log yet: %s; trying again", records.count(), failure);
                LOG.debug("Feeder", failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
            pause = pauseFor(pause);
        }
    }

    private static long oldest(ConsumerRecords<byte[], byte[]> records) {
        return StreamSupport.stream(records.spliterator(), false)
                .mapToLong(ConsumerRecord::timestamp)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private List<Arrival> read(ConsumerRecords<byte[], byte[]> records) throws KafkaUnavailable, InterruptedException {
        var received = new ArrayList<Received>(records.count());
        for (ConsumerRecord<byte[], byte[]> each : records) {
            var topicId = topics.partition(new TopicPartition(each.topic(), each.partition()))
                    .topicId();
            received.add(Received.of(topicId, each));
        }
        // Reading is half of the work, and each record's own.
        var stream = received.size() < WORTH_SHARING ? received.stream() : received.parallelStream();
        return stream.map(each -> Arrival.read(each, changeLog.reader())).toList();
    }

    /** Where the database cannot keep what one record says (a number too large, say), that one alone is parked. */
    private void store(List<Arrival> batch) throws SQLException {
        try {
            conclude(changeLog.store(batch, refused));
        } catch (SQLException failure) {
            if (!isAboutContent(failure)) {
                throw failure;
            }
            if (batch.size() == 1) {
                conclude(changeLog.store(List.of(batch.getFirst().unfit(failure.getMessage())), refused));
            } else {
                int half = batch.size() / 2;
                store(batch.subList(0, half));
                store(batch.subList(half, batch.size()));
            }
        }
    }

    private static boolean isAboutContent(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return state.startsWith("22") || state.startsWith("54");
    }

    private void conclude(ChangeLog.Outcome outcome) {
        var placement = outcome.placement();
        progress.appended(outcome.head());
        metrics.entered(outcome.entered());
        tell(outcome.parked());
        refused.removeIf(jump -> placement.moves().containsKey(jump.partition()));
        refused.addAll(placement.jumps());
        placement.jumps().forEach(jump -> consumer.goBack(jump.partition(), jump.expected()));
        placement.repeats().forEach(consumer::goForward);
    }

    /** One line a reason: a stranger may send many. */
    private static void tell(List<Parked> parked) {
        parked.stream()
                .collect(Collectors.groupingBy(Parked::reason))
                .forEach((reason, records) -> LOG.logf(
                        reason == Reason.FORK ? Level.ERROR : Level.WARN,
                        "%d parked, %s; the first: %s %s: %s",
                        records.size(),
                        reason.json(),
                        records.getFirst().place(),
                        records.getFirst().event().map(PublishedEvent::streamId).orElse(""),
                        records.getFirst().detail()));
    }

    private long pauseFor(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Math.min(millis * 2, LONGEST_PAUSE_MILLIS);
    }
}
