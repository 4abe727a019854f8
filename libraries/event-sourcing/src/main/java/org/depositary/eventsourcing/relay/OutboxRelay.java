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
 * <p>A round looks into the outbox once and publishes what it finds, batch by batch: send a batch, wait for every
 * acknowledgement, delete what was acknowledged. On a failure the round stops there; the next one starts with the same
 * event, so a key is never overtaken.
 */
public final class OutboxRelay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 2_000;
    /**
     * Rows that one look into the outbox takes. While an old snapshot is open, each look passes the entries of all events
     * that were published meanwhile, so it must not come with each batch.
     */
    private static final int LOOK = 5 * BATCH;

    private final EventEnvelope envelope;
    private final Map<String, Object> kafka;
    private final AcknowledgedProducer producer;
    private final Consumer<OffsetDateTime> acknowledged;
    private final LeaderLoop loop;
    private final AtomicLong retries = new AtomicLong();
    private Connection prepared;

    /**
     * @param kafka the connection to Kafka, as Quarkus configures it
     */
    public OutboxRelay(EventEnvelope envelope, Map<String, Object> kafka, LeaderLoop.Database database) {
        this(envelope, kafka, database, recordedAt -> {});
    }

    /**
     * @param kafka the connection to Kafka, as Quarkus configures it
     * @param acknowledged is told when each event was recorded that Kafka has just acknowledged
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

    /** Something was committed. */
    public void wake() {
        loop.wake();
    }

    /** Whether this process is the one that publishes. */
    public boolean isLeading() {
        return loop.isLeading();
    }

    /** How long this process has failed to publish or to reach its database; zero if it does not fail. */
    Duration failingFor() {
        return loop.failingFor();
    }

    /** Number of batches that Kafka did not acknowledge whole, since the start. */
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
        var next = IndexedTransaction.run(connection, () -> {
            waiting.addAll(batches(Outbox.first(connection, LOOK)));
            return events(connection, waiting);
        });
        boolean isMore = !next.isEmpty();
        while (!next.isEmpty()) {
            var batch = next;
            var sending = producer.start(batch.stream().map(envelope::record).toList());
            // The next batch is read while Kafka writes this one.
            next = waiting.isEmpty()
                    ? List.of()
                    : IndexedTransaction.run(connection, () -> events(connection, waiting));
            if (!conclude(connection, batch, sending.await())) {
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
     * Deletes what was acknowledged.
     *
     * @return whether the whole batch has left the outbox; otherwise what comes behind it must not go out before it
     */
    private boolean conclude(Connection connection, List<Unpublished> batch, int published) throws SQLException {
        var done = batch.subList(0, published);
        done.forEach(event -> acknowledged.accept(event.recordedAt()));
        int deleted = done.isEmpty() ? 0 : IndexedTransaction.run(connection, () -> Outbox.delete(connection, done));
        if (published < batch.size()) {
            LOG.warnf(
                    "%s: Kafka took %d of %d events; trying again",
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
            // What another session of this relay left on its way is published again from here.
            producer.close();
            prepared = connection;
        }
    }

    /** A deletion that a power cut undoes costs a repeat, which is allowed; waiting for the disk each time costs more. */
    private static void settle(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = off");
        }
    }

    /** A cached sequence would give a later commit of the same stream a smaller seq: events out of order. */
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
