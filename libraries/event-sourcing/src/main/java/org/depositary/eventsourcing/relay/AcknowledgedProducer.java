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
 * Sends batches to Kafka and waits until all in-sync replicas have acknowledged every record. After a record fails, no
 * later record is sent, not even one that was passed to the Kafka client already. So the order is kept.
 */
public final class AcknowledgedProducer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final String SPLITS = "batch-split-total";

    /** A Kafka client that is closed when its first record fails; a new one replaces it. */
    private static final class Client {

        private final KafkaProducer<String, byte[]> producer;
        private volatile boolean failed;
        private volatile boolean split;

        Client(Map<String, Object> configuration) {
            producer = new KafkaProducer<>(configuration);
        }

        /**
         * Sends a record. The failure callback closes the client on Kafka's sender thread, before that thread takes
         * the next request. So no later record overtakes a failed one.
         */
        CompletableFuture<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            // Kafka's own future is not used: if its batch was split, each future waits for the next one in a long
            // chain.
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
         * Whether the broker has refused a batch as too large. The client splits such a batch by the usual batch size,
         * which can produce the same batch again and again, until the sender thread fails.
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

    /** @param untilKnown how long a record may wait for the metadata of its topic */
    AcknowledgedProducer(Map<String, Object> kafka, Duration untilKnown) {
        configuration = new HashMap<>(kafka);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // Only one request at a time: a broker accepts any first sequence number of a producer that it does not know.
        // With more requests in flight, a broker that starts between two of them could refuse the first and accept the
        // second.
        configuration.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        // A batch is sent by flush() as soon as all its records are passed on. So each partition gets one append per
        // batch, which is one disk flush if the broker flushes every append.
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, 1_000);
        configuration.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, untilKnown.toMillis());
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        // No timeout per record: a record that expires would let the next one pass. The timeout in await() closes the
        // whole client.
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        configuration.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 * 1024 * 1024);
        configuration.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        configuration.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    }

    Map<String, Object> configuration() {
        return Map.copyOf(configuration);
    }

    /** Records that were passed to the Kafka client, in order. */
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
         * Waits until all records are acknowledged or one fails. The caller must not start another batch before.
         *
         * @return the number of acknowledged records, counted from the start of the list; fewer than all if Kafka
         *     failed
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
     * Sends the records in order and waits until all are acknowledged or one fails.
     *
     * @return the number of acknowledged records, counted from the start of the list; fewer than all if Kafka failed
     */
    public int send(List<ProducerRecord<String, byte[]>> records) throws InterruptedException {
        return start(records).await();
    }

    /** Starts to send the records in order, without waiting. */
    Sending start(List<ProducerRecord<String, byte[]>> records) {
        var current = client == null ? new Client(oneByOne ? withoutBatches() : configuration) : client;
        client = current;
        return new Sending(current, records);
    }

    /**
     * Settings that send each record in its own request: Kafka may accept records one by one that it refuses as a
     * batch.
     */
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

    /** Waits until all futures are complete. Closing the client also completes them. */
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
