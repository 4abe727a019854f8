package org.depositary.eventsourcing.relay;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Describes how a service publishes its events: CloudEvents 1.0 in the binary mode of the Kafka protocol binding. The
 * key of a record is the stream id.
 *
 * @param topic topic of the events
 * @param kind middle part of the event type, {@code org.depositary.<kind>.<name>.v<N>}
 * @param source name of the service, for example {@code /membership-service}
 */
public record EventEnvelope(TopicDefinition topic, String kind, String source) {

    ProducerRecord<String, byte[]> record(Outbox.Unpublished event) {
        return KafkaMessageFactory.<String>createWriter(topic.name(), event.streamId())
                .writeBinary(cloudEvent(event));
    }

    private CloudEvent cloudEvent(Outbox.Unpublished event) {
        return CloudEventBuilder.v1()
                .withId(event.id().toString())
                .withType("org.depositary.%s.%s.v%d".formatted(kind, event.name(), event.schemaVersion()))
                .withSource(URI.create(source))
                .withSubject(event.streamId())
                .withTime(event.recordedAt())
                .withExtension("sequence", event.version())
                .withExtension("actor", event.actor())
                .withData("application/json", event.data().getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
