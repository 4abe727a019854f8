package org.depositary.benchmarks.read;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.depositary.benchmarks.read.SampleRegisterGenerator.Event;
import org.depositary.eventsourcing.relay.TopicDefinition;

final class SampleRegisterPublisher implements AutoCloseable {

    static final Map<String, String> TOPICS =
            Map.of("membership", "membership.events", "exercise", "exercises.events", "document", "documents.events");

    private final KafkaProducer<String, byte[]> producer;
    private final String kafka;
    private long count;

    SampleRegisterPublisher(String kafka) {
        this.kafka = kafka;
        // Batches are large because Kafka flushes to the disk once per batch. Publishing is not measured, so it may
        // be fast.
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "linger.ms", 50, "batch.size", 1 << 19),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void publish(long events) throws Exception {
        for (var topic : TOPICS.values()) {
            TopicDefinition.ofEvents(topic).ensure(Map.of("bootstrap.servers", kafka));
        }
        SampleRegisterGenerator.tell(11, events, this::send);
        producer.flush();
    }

    /**
     * Publishes one more event to every partition, so that waiting consumers wake up. Returns the number of these
     * events.
     */
    long prod(String round) {
        for (var topic : TOPICS.values()) {
            for (int partition = 0; partition < TopicDefinition.PARTITIONS; partition++) {
                var id = "organization:prod-%s-%d".formatted(round, count);
                var event = record(new Event(
                        "membership",
                        "organization-registered",
                        id,
                        1,
                        UUID.randomUUID(),
                        Instant.now(),
                        "{\"id\": \"%s\", \"names\": {\"en\": \"Prod\"}, \"sources\": []}".formatted(id)));
                producer.send(new ProducerRecord<>(topic, partition, id, event.value(), event.headers()));
                count++;
            }
        }
        producer.flush();
        return count;
    }

    private void send(Event event) {
        producer.send(record(event));
        count++;
    }

    private ProducerRecord<String, byte[]> record(Event event) {
        var cloudEvent = CloudEventBuilder.v1()
                .withId(new UUID(
                                event.id().getMostSignificantBits() ^ count << 16,
                                event.id().getLeastSignificantBits())
                        .toString())
                .withType("org.depositary.%s.%s.v1".formatted(event.kind(), event.name()))
                .withSource(URI.create("/benchmark"))
                .withSubject(event.stream())
                .withTime(event.recordedAt().atOffset(ZoneOffset.UTC))
                .withExtension("sequence", event.version())
                .withExtension("actor", "local-curator")
                .withData("application/json", event.data().getBytes(StandardCharsets.UTF_8))
                .build();
        return KafkaMessageFactory.<String>createWriter(TOPICS.get(event.kind()), event.stream())
                .writeBinary(cloudEvent);
    }

    @Override
    public void close() {
        producer.close();
    }
}
