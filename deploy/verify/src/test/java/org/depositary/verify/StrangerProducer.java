package org.depositary.verify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A producer that writes to a topic without permission of the register. */
final class StrangerProducer implements AutoCloseable {

    private static final String TOPIC = "membership.events";

    private final KafkaProducer<String, byte[]> producer;

    StrangerProducer(String kafka) {
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void sendNonsense(String key) {
        send(new ProducerRecord<>(TOPIC, key, "no event".getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends a well-formed event. */
    void sendEvent(String stream, int version, String name, String data) {
        var record = new ProducerRecord<>(TOPIC, stream, data.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        "org.depositary.membership." + name + ".v1",
                        "ce_source",
                        "/stranger",
                        "ce_subject",
                        stream,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_sequence",
                        Integer.toString(version),
                        "content-type",
                        "application/json")
                .forEach((header, value) -> record.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
        send(record);
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
