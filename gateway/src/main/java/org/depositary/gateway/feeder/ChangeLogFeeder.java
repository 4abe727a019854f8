package org.depositary.gateway.feeder;

import io.opentelemetry.api.trace.Span;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
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
import org.depositary.eventsourcing.follow.KafkaChannels;
import org.depositary.eventsourcing.follow.PartitionId;
import org.depositary.eventsourcing.follow.TopicReader;
import org.depositary.gateway.feeder.BatchOffsetCheck.Jump;
import org.depositary.gateway.feeder.ParkedRecord.Reason;
import org.depositary.gateway.log.LogProgress;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/**
 * Copies events from Kafka to the change log. A batch is retried until it is stored, so no record is skipped. Offsets
 * are not committed to Kafka, but stored in the database of the change log.
 */
@Singleton
@Identifier(ChangeLogFeeder.CHANNEL)
class ChangeLogFeeder extends TopicReader {

    static final String CHANNEL = "feeder";

    private static final Logger LOG = Logger.getLogger(ChangeLogFeeder.class);
    private static final int WORTH_SHARING = 200;

    private final ChangeLogWriter changeLog;
    private final LogProgress progress;
    private final FeederMetrics metrics;
    private final Set<Jump> refused = new HashSet<>();

    ChangeLogFeeder(ChangeLogWriter changeLog, LogProgress progress, FeederMetrics metrics, KafkaChannels channels) {
        super(CHANNEL, channels);
        this.changeLog = changeLog;
        this.progress = progress;
        this.metrics = metrics;
    }

    /** Runs before any record is read, because cursors need the epoch of the log. */
    void open(@Observes @Priority(1) StartupEvent event) throws SQLException {
        changeLog.open();
    }

    @Incoming(CHANNEL)
    Uni<Void> onBatch(ConsumerRecords<byte[], byte[]> records) {
        return read(records);
    }

    @Override
    protected Map<PartitionId, Long> nextOffsets(Collection<PartitionId> partitions) throws SQLException {
        return changeLog.nextOffsets(partitions);
    }

    @Override
    protected void store(ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, PartitionId> partitions)
            throws SQLException {
        metrics.inHand(oldest(records));
        store(parse(records, partitions));
        metrics.done();
    }

    @Override
    protected void observe(Consumer<byte[], byte[]> consumer) {
        metrics.lag(consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum());
    }

    private static long oldest(ConsumerRecords<byte[], byte[]> records) {
        return StreamSupport.stream(records.spliterator(), false)
                .mapToLong(ConsumerRecord::timestamp)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private List<ParsedRecord> parse(
            ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, PartitionId> partitions) {
        var received = new ArrayList<KafkaRecord>(records.count());
        for (ConsumerRecord<byte[], byte[]> each : records) {
            var partition = partitions.get(new TopicPartition(each.topic(), each.partition()));
            received.add(KafkaRecord.of(partition.topicId(), each));
        }
        // Parses large batches in parallel, because parsing takes half of the time and records are independent.
        var stream = received.size() < WORTH_SHARING ? received.stream() : received.parallelStream();
        return stream.map(each -> ParsedRecord.read(each, changeLog.reader())).toList();
    }

    /**
     * Stores the batch. If the database rejects a value, for example a too large number, the batch is halved until only the bad record remains. Only that record is parked.
     */
    private void store(List<ParsedRecord> batch) throws SQLException {
        try {
            conclude(changeLog.store(batch, refused));
        } catch (SQLException failure) {
            if (!isAboutContent(failure)) {
                throw failure;
            }
            if (batch.size() == 1) {
                var unfit = List.of(batch.getFirst().unfit(failure.getMessage()));
                conclude(changeLog.store(unfit, refused));
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

    private void conclude(ChangeLogWriter.Outcome outcome) {
        var placement = outcome.placement();
        progress.appended(outcome.head());
        metrics.entered(outcome.entered());
        outcome.spans().forEach(Span::end);
        tell(outcome.parked());
        refused.removeIf(jump -> placement.moves().containsKey(jump.partition()));
        refused.addAll(placement.jumps());
        placement.jumps().forEach(jump -> go(jump.partition(), jump.expected(), true));
        placement.repeats().forEach((partition, expected) -> go(partition, expected, false));
    }

    /**
     * Moves the consumer back to a refused offset, or forward past records that are stored already. Does nothing if
     * the consumer is already there.
     */
    private void go(PartitionId partition, long offset, boolean back) {
        topics().named(partition)
                .ifPresent(name -> onPollingThread(consumer -> {
                    if (consumer.assignment().contains(name)) {
                        long at = consumer.position(name);
                        if (back ? at > offset : at < offset) {
                            consumer.seek(name, offset);
                        }
                    }
                }));
    }

    /** Writes one log line per reason, because an untrusted sender may cause many parked records. */
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
