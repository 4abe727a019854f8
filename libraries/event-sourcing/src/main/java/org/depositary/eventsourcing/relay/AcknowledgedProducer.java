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
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final String SPLITS = "batch-split-total";

    /** One client of Kafka, given up as a whole with the first record that fails. */
    private static final class Client {

        private final KafkaProducer<String, byte[]> producer;
        private volatile boolean failed;
        private volatile boolean split;

        Client(Map<String, Object> configuration) {
            producer = new KafkaProducer<>(configuration);
        }

        /** Its end is told on the sending thread before that takes the next request, so that none overtakes what failed. */
        CompletableFuture<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            // Not the client's own future: that of a record whose batch was split asks the next one, and that the next.
            var sent = new CompletableFuture<RecordMetadata>();
            producer.send(record, (place, failure) -> {
                if (failure == null) {
                    sent.complete(place);
                } else {
                    sent.completeExceptionally(failure);
                    giveUp();
                }
            });
            return sent;
        }

        /**
         * Whether Kafka has refused a batch as too large. Its client splits such a batch by the size that batches have
         * anyway, which may make the very same one, again and again, until its thread dies of it.
         */
        boolean splits() {
            return producer.metrics().entrySet().stream()
                    .filter(metric -> metric.getKey().name().equals(SPLITS))
                    .anyMatch(metric -> (Double) metric.getValue().metricValue() > 0);
        }

        void giveUp() {
            split |= splits();
            failed = true;
            producer.close(Duration.ZERO);
        }
    }

    private final Map<String, Object> configuration;
    private volatile Client client;
    private boolean oneByOne;

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

    /** Records that were handed over to Kafka's client, in order. */
    final class Sending {

        private final Client client;
        private final List<CompletableFuture<RecordMetadata>> sent;
        private final int count;

        private Sending(Client client, List<ProducerRecord<String, byte[]>> records) {
            this.client = client;
            this.sent = handOver(client, records);
            this.count = records.size();
            Thread.startVirtualThread(client.producer::flush);
        }

        /**
         * Waits for all of them. Nothing else may be sent before.
         *
         * @return how many from the start of the list are acknowledged; fewer than all when Kafka failed
         */
        int await() throws InterruptedException {
            AcknowledgedProducer.await(sent, client);
            int acknowledged = acknowledged(sent);
            boolean failed = acknowledged < count;
            if (failed || oneByOne) {
                oneByOne = failed && client.split;
                close();
            }
            return acknowledged;
        }
    }

    /**
     * Sends the records in order and waits for all of them.
     *
     * @return how many from the start of the list are acknowledged; fewer than all when Kafka failed
     */
    public int send(List<ProducerRecord<String, byte[]>> records) throws InterruptedException {
        return start(records).await();
    }

    /** Starts to send the records in order. */
    Sending start(List<ProducerRecord<String, byte[]>> records) {
        var current = client == null ? new Client(oneByOne ? withoutBatches() : configuration) : client;
        client = current;
        return new Sending(current, records);
    }

    /** What Kafka refuses as a batch it may take one by one. */
    private Map<String, Object> withoutBatches() {
        var single = new HashMap<>(configuration);
        single.put(ProducerConfig.BATCH_SIZE_CONFIG, 0);
        return single;
    }

    private static List<CompletableFuture<RecordMetadata>> handOver(
            Client client, List<ProducerRecord<String, byte[]>> records) {
        var sent = new ArrayList<CompletableFuture<RecordMetadata>>(records.size());
        try {
            for (int i = 0; i < records.size() && !client.failed; i++) {
                sent.add(client.send(records.get(i)));
            }
        } catch (KafkaException | IllegalStateException failure) {
            client.giveUp();
        }
        return sent;
    }

    /** Until all of them are known, or the client is given up, which makes them known. */
    private static void await(List<CompletableFuture<RecordMetadata>> sent, Client client) throws InterruptedException {
        var all = CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (!client.failed) {
            try {
                all.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (ExecutionException failure) {
                client.giveUp();
            } catch (TimeoutException notYet) {
                if (client.splits() || System.nanoTime() > latest) {
                    client.giveUp();
                }
            }
        }
    }

    private static int acknowledged(List<CompletableFuture<RecordMetadata>> sent) {
        int count = 0;
        while (count < sent.size() && sent.get(count).state() == Future.State.SUCCESS) {
            count++;
        }
        return count;
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
