package org.depositary.eventsourcing.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Publishes a service's events to Kafka.
 *
 * <p>Per round: read a batch, send it, wait for every acknowledgement, delete what was acknowledged. On a
 * failure the round stops there; the next one starts with the same event, so a key is never overtaken.
 */
public final class OutboxRelay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 2_000;

    private final EventEnvelope envelope;
    private final Map<String, Object> kafka;
    private final AcknowledgedProducer producer;
    private final Consumer<OffsetDateTime> acknowledged;
    private final LeaderLoop loop;
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

    @Override
    public void close() {
        loop.close();
        producer.close();
    }

    private boolean publish(Connection connection) throws Exception {
        prepare(connection);
        var batch = Outbox.next(connection, BATCH);
        if (batch.isEmpty()) {
            return false;
        }
        int published = producer.send(batch.stream().map(envelope::record).toList());
        if (published > 0) {
            batch.subList(0, published).forEach(event -> acknowledged.accept(event.recordedAt()));
            Outbox.delete(connection, batch.subList(0, published));
        }
        if (published < batch.size()) {
            LOG.warnf(
                    "%s: Kafka took %d of %d events; trying again",
                    envelope.topic().name(), published, batch.size());
            prepared = null;
            return false;
        }
        return true;
    }

    private void prepare(Connection connection) throws Exception {
        if (prepared != connection) {
            checkSequence(connection);
            envelope.topic().ensure(kafka);
            settle(connection);
            prepared = connection;
        }
    }

    /**
     * A deletion that a power cut undoes costs a repeat, which is allowed; waiting for the disk each time costs more. And
     * each row of a batch is looked up by its key: a plan made while the tables were small would read all events for
     * every batch, until statistics come.
     */
    private static void settle(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            statement.execute("SET enable_seqscan = off");
            statement.execute("SET enable_hashjoin = off");
            statement.execute("SET enable_mergejoin = off");
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
