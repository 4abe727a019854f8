package org.depositary.eventsourcing.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends batches to Kafka and waits until every record is acknowledged by all in-sync replicas. Where one record fails,
 * nothing behind it goes out: neither what is handed over already nor what is still to be.
 */
public final class AcknowledgedProducer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** One client of Kafka, given up as a whole with the first record that fails. */
    private static final class Client {

        private final KafkaProducer<String, byte[]> producer;
        private volatile boolean failed;

        Client(Map<String, Object> configuration) {
            producer = new KafkaProducer<>(configuration);
        }

        /** Called back on the sending thread before it takes the next request, so that none overtakes what failed. */
        Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            return producer.send(record, (place, failure) -> {
                if (failure != null) {
                    giveUp();
                }
            });
        }

        void giveUp() {
            failed = true;
            producer.close(Duration.ZERO);
        }
    }

    private final Map<String, Object> configuration;
    private volatile Client client;

    public AcknowledgedProducer(Map<String, Object> kafka) {
        this(kafka, Duration.ofSeconds(10));
    }

    /**
     * @param untilKnown how long a record may wait for Kafka to tell its partitions
     */
    AcknowledgedProducer(Map<String, Object> kafka, Duration untilKnown) {
        configuration = new HashMap<>(kafka);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // One after the other: a broker takes any first number of a producer that it does not know yet. With more in
        // flight, one that comes up between two requests would refuse the first and take the second.
        configuration.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        // A batch is complete when all of it has been handed over, and goes out at once then: see send(). So every
        // partition gets one append a batch, which is one flush of its file where the broker flushes every append.
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, 1_000);
        configuration.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, untilKnown.toMillis());
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        // A request that expired by itself would let the next one pass. Patience ends for all of them at once instead.
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
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
        if (client == null) {
            client = new Client(configuration);
        }
        var sent = handOver(client, records);
        flush(client);
        int acknowledged = acknowledged(sent);
        if (acknowledged < records.size()) {
            close();
        }
        return acknowledged;
    }

    private static List<Future<RecordMetadata>> handOver(Client client, List<ProducerRecord<String, byte[]>> records) {
        var sent = new ArrayList<Future<RecordMetadata>>(records.size());
        try {
            for (int i = 0; i < records.size() && !client.failed; i++) {
                sent.add(client.send(records.get(i)));
            }
        } catch (KafkaException | IllegalStateException failure) {
            client.giveUp();
        }
        return sent;
    }

    private static void flush(Client client) throws InterruptedException {
        var flushing = CompletableFuture.runAsync(client.producer::flush, Thread::startVirtualThread);
        try {
            flushing.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            client.giveUp();
        }
    }

    private static int acknowledged(List<Future<RecordMetadata>> sent) throws InterruptedException {
        for (int i = 0; i < sent.size(); i++) {
            try {
                sent.get(i).get();
            } catch (ExecutionException failure) {
                return i;
            }
        }
        return sent.size();
    }

    @Override
    public void close() {
        var last = client;
        client = null;
        if (last != null) {
            last.giveUp();
        }
    }
}
