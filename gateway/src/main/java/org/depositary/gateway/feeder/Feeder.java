package org.depositary.gateway.feeder;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.depositary.eventsourcing.follow.TopicFollower;
import org.depositary.eventsourcing.follow.TopicReader;
import org.depositary.gateway.feeder.BatchPlacement.Jump;
import org.depositary.gateway.feeder.FeederOffsets.Partition;
import org.depositary.gateway.feeder.ParkedRecord.Reason;
import org.depositary.gateway.log.LogProgress;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/**
 * From Kafka to the change log. A batch is tried until it is in: nothing is skipped, nothing is committed to Kafka, and
 * the place to go on from is in the log's own database.
 */
@ApplicationScoped
class Feeder implements TopicReader {

    private static final Logger LOG = Logger.getLogger(Feeder.class);
    private static final int AT_ONCE = 5_000;
    private static final int WORTH_SHARING = 200;

    private final ChangeLogWriter changeLog;
    private final TopicIds topics;
    private final LogProgress progress;
    private final FeederMetrics metrics;
    private final TopicFollower follower;
    private final Set<Jump> refused = new HashSet<>();
    private volatile boolean assigned;

    Feeder(
            ChangeLogWriter changeLog,
            TopicIds topics,
            LogProgress progress,
            FeederMetrics metrics,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.changeLog = changeLog;
        this.topics = topics;
        this.progress = progress;
        this.metrics = metrics;
        this.follower = new TopicFollower("gateway", topics.names(), AT_ONCE, kafka, this);
    }

    /** Before anything is read: cursors need the epoch. */
    void open(@Observes @Priority(1) StartupEvent event) throws SQLException {
        changeLog.open();
    }

    void onStart(@Observes StartupEvent event) {
        follower.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        follower.close();
    }

    boolean isRunning() {
        return follower.isRunning();
    }

    /** Whether Kafka has assigned partitions, if only none, since the start. */
    boolean wasAssigned() {
        return assigned;
    }

    @Override
    public void assigned(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) throws Exception {
        goToTheStoredOffsets(consumer, partitions);
        assigned = true;
    }

    @Override
    public void take(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) throws Exception {
        metrics.inHand(oldest(records));
        store(read(records), consumer);
        metrics.done();
    }

    @Override
    public void look(Consumer<byte[], byte[]> consumer) throws Exception {
        if (topics.look()) {
            goToTheStoredOffsets(consumer, consumer.assignment());
        }
        metrics.lag(consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum());
    }

    private void goToTheStoredOffsets(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions)
            throws Exception {
        var names = new HashMap<Partition, TopicPartition>();
        for (var partition : partitions) {
            names.put(topics.partition(partition), partition);
        }
        changeLog
                .nextOffsets(names.keySet())
                .forEach((partition, offset) -> consumer.seek(names.get(partition), offset));
    }

    private static long oldest(ConsumerRecords<byte[], byte[]> records) {
        return StreamSupport.stream(records.spliterator(), false)
                .mapToLong(ConsumerRecord::timestamp)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private List<ParsedRecord> read(ConsumerRecords<byte[], byte[]> records)
            throws KafkaUnavailable, InterruptedException {
        var received = new ArrayList<KafkaRecord>(records.count());
        for (ConsumerRecord<byte[], byte[]> each : records) {
            var topicId = topics.partition(new TopicPartition(each.topic(), each.partition()))
                    .topicId();
            received.add(KafkaRecord.of(topicId, each));
        }
        // Reading is half of the work, and each record's own.
        var stream = received.size() < WORTH_SHARING ? received.stream() : received.parallelStream();
        return stream.map(each -> ParsedRecord.read(each, changeLog.reader())).toList();
    }

    /** Where the database cannot keep what one record says (a number too large, say), that one alone is parked. */
    private void store(List<ParsedRecord> batch, Consumer<byte[], byte[]> consumer) throws SQLException {
        try {
            conclude(changeLog.store(batch, refused), consumer);
        } catch (SQLException failure) {
            if (!isAboutContent(failure)) {
                throw failure;
            }
            if (batch.size() == 1) {
                var unfit = List.of(batch.getFirst().unfit(failure.getMessage()));
                conclude(changeLog.store(unfit, refused), consumer);
            } else {
                int half = batch.size() / 2;
                store(batch.subList(0, half), consumer);
                store(batch.subList(half, batch.size()), consumer);
            }
        }
    }

    private static boolean isAboutContent(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return state.startsWith("22") || state.startsWith("54");
    }

    private void conclude(ChangeLogWriter.Outcome outcome, Consumer<byte[], byte[]> consumer) {
        var placement = outcome.placement();
        progress.appended(outcome.head());
        metrics.entered(outcome.entered());
        tell(outcome.parked());
        refused.removeIf(jump -> placement.moves().containsKey(jump.partition()));
        refused.addAll(placement.jumps());
        placement.jumps().forEach(jump -> go(consumer, jump.partition(), jump.expected(), true));
        placement.repeats().forEach((partition, expected) -> go(consumer, partition, expected, false));
    }

    /** Reads again from an earlier offset, or skips what the log has; where the consumer stands so already, it stays. */
    private void go(Consumer<byte[], byte[]> consumer, Partition partition, long offset, boolean back) {
        var name = topics.named(partition).filter(consumer.assignment()::contains);
        if (name.isPresent()) {
            long at = consumer.position(name.get());
            if (back ? at > offset : at < offset) {
                consumer.seek(name.get(), offset);
            }
        }
    }

    /** One line a reason: a stranger may send many. */
    private static void tell(List<ParkedRecord> parked) {
        parked.stream()
                .collect(Collectors.groupingBy(ParkedRecord::reason))
                .forEach((reason, records) -> LOG.logf(
                        reason == Reason.FORK ? Level.ERROR : Level.WARN,
                        "%d parked, %s; the first: %s %s: %s",
                        records.size(),
                        reason.json(),
                        records.getFirst().place(),
                        records.getFirst().event().map(PublishedEvent::streamId).orElse(""),
                        records.getFirst().detail()));
    }
}
