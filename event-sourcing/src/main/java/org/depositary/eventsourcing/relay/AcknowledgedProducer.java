package org.depositary.eventsourcing.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends batches to Kafka and waits until every record is acknowledged by all in-sync replicas. */
public final class AcknowledgedProducer implements AutoCloseable {

    private final Map<String, Object> configuration;
    private KafkaProducer<String, byte[]> producer;

    public AcknowledgedProducer(Map<String, Object> kafka) {
        configuration = new HashMap<>(kafka);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // One after the other: a broker takes any first number of a producer that it does not know yet. With more in
        // flight,
        // one that comes up between two requests would refuse the first and take the second.
        configuration.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        // A batch is complete when all of it has been handed over, and goes out at once then: see send(). So every
        // partition gets one append a batch, which is one flush of its file where the broker flushes every append.
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, 1_000);
        configuration.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        configuration.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 * 1024 * 1024);
        configuration.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        configuration.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    }

    /** What it asks of Kafka. */
    Map<String, Object> configuration() {
        return Map.copyOf(configuration);
    }

    /**
     * Sends the records in order and waits for all of them.
     *
     * @return how many from the start of the list are acknowledged; fewer than all when Kafka failed
     */
    public int send(List<ProducerRecord<String, byte[]>> records) throws InterruptedException {
        if (producer == null) {
            producer = new KafkaProducer<>(configuration);
        }
        var sent = new ArrayList<Future<RecordMetadata>>(records.size());
        try {
            for (var record : records) {
                sent.add(producer.send(record));
            }
        } catch (org.apache.kafka.common.KafkaException failure) {
            return failedAfter(acknowledged(sent));
        }
        producer.flush();
        int acknowledged = acknowledged(sent);
        return acknowledged == records.size() ? acknowledged : failedAfter(acknowledged);
    }

    private int acknowledged(List<Future<RecordMetadata>> sent) throws InterruptedException {
        for (int i = 0; i < sent.size(); i++) {
            try {
                sent.get(i).get();
            } catch (ExecutionException failure) {
                return i;
            }
        }
        return sent.size();
    }

    /** After a failure a record behind it may have got through; a fresh producer repeats from the failed one. */
    private int failedAfter(int acknowledged) {
        close();
        return acknowledged;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(java.time.Duration.ZERO);
            producer = null;
        }
    }
}
