package org.depositary.benchmarks.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.depositary.benchmarks.fixture.BenchmarkDatabase;
import org.depositary.eventsourcing.relay.TopicDefinition;

/**
 * Measures the smallest possible latency of these parts: a commit in the service, a record sent to Kafka ({@code acks=all}) and read back, and commits in the change log and in the read model. They run one
 * after the other on an idle machine.
 */
final class LatencyFloor implements AutoCloseable {

    private static final String TOPIC = "benchmark.floor";
    private static final byte[] BYTES = new byte[1024];

    private final Connection connection;
    private final PreparedStatement insert;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    LatencyFloor(BenchmarkDatabase database, String kafka)
            throws SQLException, ExecutionException, InterruptedException {
        connection = database.connect();
        connection
                .createStatement()
                .execute("CREATE TABLE floor (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, bytes bytea)");
        insert = connection.prepareStatement("INSERT INTO floor (bytes) VALUES (?)");
        TopicDefinition.ofEvents(TOPIC).ensure(Map.of("bootstrap.servers", kafka));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
        consumer.seekToEnd(consumer.assignment());
        consumer.position(new TopicPartition(TOPIC, 0));
    }

    /** Runs all steps once. Returns the duration in nanoseconds. */
    long once() throws SQLException, ExecutionException, InterruptedException {
        long begun = System.nanoTime();
        commit();
        producer.send(new ProducerRecord<>(TOPIC, 0, null, BYTES)).get();
        while (consumer.poll(Duration.ofMillis(100)).isEmpty()) {
            // The loop continues until the record has arrived.
        }
        commit();
        commit();
        return System.nanoTime() - begun;
    }

    private void commit() throws SQLException {
        insert.setBytes(1, BYTES);
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        producer.close();
        consumer.close();
        connection.close();
    }
}
