package org.depositary.eventsourcing.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.depositary.eventsourcing.relay.Outbox.Unpublished;
import org.depositary.eventsourcing.relay.Outbox.Waiting;
import org.jboss.logging.Logger;

/**
 * Publishes a service's events to Kafka.
 *
 * <p>A round reads the outbox once and publishes its rows batch by batch: send a batch, wait for every
 * acknowledgement, delete the acknowledged rows. A failure ends the round, and the next round starts with the event
 * that failed. So events with the same key keep their order.
 */
public final class OutboxRelay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 2_000;
    /**
     * Number of outbox rows that one query reads. While an old snapshot is open, each query passes the index entries
     * of all events published since. So one query serves several batches.
     */
    private static final int LOOK = 5 * BATCH;

    private final EventEnvelope envelope;
    private final Map<String, Object> kafka;
    private final AcknowledgedProducer producer;
    private final Consumer<OffsetDateTime> acknowledged;
    private final LeaderLoop loop;
    private final AtomicLong retries = new AtomicLong();
    private Connection prepared;

    /** @param kafka connection settings of Kafka, as Quarkus configures them */
    public OutboxRelay(EventEnvelope envelope, Map<String, Object> kafka, LeaderLoop.Database database) {
        this(envelope, kafka, database, recordedAt -> {});
    }

    /**
     * @param kafka connection settings of Kafka, as Quarkus configures them
     * @param acknowledged receives, for each event that Kafka has acknowledged, the time at which the event was
     *     recorded
     */
    OutboxRelay(
            EventEnvelope envelope,
            Map<String, Object> kafka,
            LeaderLoop.Database database,
            Consumer<OffsetDateTime> acknowledged) {
        this.acknowledged = acknowledged;
        this.envelope = envelope;
        this.kafka = kafka;
        this.producer = new AcknowledgedProducer(kafka);
        this.loop = new LeaderLoop("relay-" + envelope.topic().name(), database, this::publish);
    }

    public void start() {
        loop.start();
    }

    /** Starts a round at once, because a commit has added events to the outbox. */
    public void wake() {
        loop.wake();
    }

    /** Whether this process is the leader, which publishes the events. */
    public boolean isLeading() {
        return loop.isLeading();
    }

    /** The time since this process first failed to publish or to reach its database. Zero if it does not fail. */
    Duration failingFor() {
        return loop.failingFor();
    }

    /** The number of batches since the start that Kafka did not acknowledge completely. */
    long retries() {
        return retries.get();
    }

    @Override
    public void close() {
        loop.close();
        producer.close();
    }

    private boolean publish(Connection connection) throws Exception {
        prepare(connection);
        var waiting = new ArrayDeque<List<Waiting>>();
        var next = IndexScanTransaction.run(connection, () -> {
            waiting.addAll(batches(Outbox.first(connection, LOOK)));
            return events(connection, waiting);
        });
        boolean isMore = !next.isEmpty();
        while (!next.isEmpty()) {
            var batch = next;
            var spans = PublicationSpans.start(batch, envelope.topic().name());
            var sending = producer.start(
                    spans.mark(batch.stream().map(envelope::record).toList()));
            // Reads the next batch from the database while Kafka writes the current one.
            next = waiting.isEmpty()
                    ? List.of()
                    : IndexScanTransaction.run(connection, () -> events(connection, waiting));
            int published = sending.await();
            spans.end(published);
            if (!conclude(connection, batch, published)) {
                return false;
            }
        }
        return isMore;
    }

    private static List<List<Waiting>> batches(List<Waiting> waiting) {
        var batches = new ArrayList<List<Waiting>>();
        for (int from = 0; from < waiting.size(); from += BATCH) {
            batches.add(waiting.subList(from, Math.min(from + BATCH, waiting.size())));
        }
        return batches;
    }

    private static List<Unpublished> events(Connection connection, Queue<List<Waiting>> waiting) throws SQLException {
        return waiting.isEmpty() ? List.of() : Outbox.events(connection, waiting.remove());
    }

    /**
     * Deletes the acknowledged events from the outbox.
     *
     * @return whether the whole batch is deleted; if not, no later batch may be sent before the rest
     */
    private boolean conclude(Connection connection, List<Unpublished> batch, int published) throws SQLException {
        var done = batch.subList(0, published);
        done.forEach(event -> acknowledged.accept(event.recordedAt()));
        int deleted = done.isEmpty() ? 0 : IndexScanTransaction.run(connection, () -> Outbox.delete(connection, done));
        if (published < batch.size()) {
            LOG.warnf(
                    "%s: Kafka acknowledged %d of %d events; retrying",
                    envelope.topic().name(), published, batch.size());
            prepared = null;
            retries.incrementAndGet();
        }
        return deleted == batch.size();
    }

    private void prepare(Connection connection) throws Exception {
        if (prepared != connection) {
            checkSequence(connection);
            envelope.topic().ensure(kafka);
            settle(connection);
            // Discards unsent records of an earlier session. Their events are still in the outbox and are sent again.
            producer.close();
            prepared = connection;
        }
    }

    /**
     * Lets commits not wait for the disk. A power failure may undo a deletion, and the event is then published twice,
     * which is allowed.
     */
    private static void settle(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = off");
        }
    }

    /**
     * Requires that the sequence has no cache. Otherwise a later commit of a stream could get a smaller seq, out of
     * order.
     */
    private static void checkSequence(Connection connection) throws SQLException {
        var sql = """
                SELECT cache_size FROM pg_sequences
                WHERE format('%I.%I', schemaname, sequencename)::regclass
                    = pg_get_serial_sequence('event', 'seq')::regclass
                """;
        try (var select = connection.prepareStatement(sql)) {
            var row = select.executeQuery();
            if (!row.next() || row.getLong(1) != 1) {
                throw new IllegalStateException("The sequence of event.seq must have CACHE 1");
            }
        }
    }
}
