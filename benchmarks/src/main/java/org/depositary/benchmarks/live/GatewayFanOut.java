package org.depositary.benchmarks.live;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.depositary.eventsourcing.relay.TopicDefinition;

/**
 * The gateway. A message is the accession of a state to an organisation, published on Kafka as membership-service would:
 * it passes the change log and all read models before subscribers get it. All go to one partition, which keeps their
 * order.
 */
final class GatewayFanOut implements FanOutServer {

    private static final String TOPIC = "membership.events";
    private static final List<String> TOPICS = List.of(TOPIC, "exercises.events", "documents.events");

    private final URI gateway;
    private final KafkaProducer<String, byte[]> producer;
    private long count;

    GatewayFanOut(URI gateway, String kafka) throws Exception {
        this.gateway = gateway;
        for (var topic : TOPICS) {
            TopicDefinition.ofEvents(topic).ensure(Map.of("bootstrap.servers", kafka));
        }
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "linger.ms", 0), new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public URI stream() {
        return gateway.resolve("/api/changes/stream?party=KZ");
    }

    /** The stream with the messages and the fillers. */
    URI unfilteredStream() {
        return gateway.resolve("/api/changes/stream");
    }

    @Override
    public void publish(String mark) {
        publish("KZ", "", mark);
    }

    /** Publishes a long change that {@link #stream} does not have. */
    void publishFiller(int bytes) {
        publish("DE", "\"note\": \"%s\", ".formatted("x".repeat(bytes)), "Filler");
    }

    private void publish(String party, String note, String title) {
        var organization = "fan-out-" + ++count;
        var stream = "membership:" + organization + "/" + party;
        var id = UUID.randomUUID();
        var data = """
                {"id": "%s", "organization": "%s", "party": "%s", "change": "accession", "effective": "2001-06-15",
                 "founding": false, %s"sources": [{"title": "%s"}]}""".formatted(id, organization, party, note, title);
        var event = CloudEventBuilder.v1()
                .withId(id.toString())
                .withType("org.depositary.membership.membership-changed.v1")
                .withSource(URI.create("/membership-service"))
                .withSubject(stream)
                .withTime(OffsetDateTime.now())
                .withExtension("sequence", 1)
                .withExtension("actor", "local-curator")
                .withData("application/json", data.getBytes(StandardCharsets.UTF_8))
                .build();
        var message = KafkaMessageFactory.<String>createWriter(TOPIC, stream).writeBinary(event);
        producer.send(new ProducerRecord<>(TOPIC, 0, stream, message.value(), message.headers()));
    }

    @Override
    public void close() {
        producer.close();
    }
}
