package org.depositary.gateway;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.depositary.eventsourcing.relay.TopicDefinition;

/** Publishes records to the real Kafka: events as the services publish them, and invalid records. */
@ApplicationScoped
public class TestEventPublisher {

    public static final String MEMBERSHIPS = "membership.events";

    /** An event as its service publishes it. The stream id determines the service and the topic. */
    public record Event(UUID id, String stream, int version, String name, String data, OffsetDateTime recordedAt) {

        public static Event of(String stream, int version, String name, String data) {
            return new Event(UUID.randomUUID(), stream, version, name, data, OffsetDateTime.now());
        }

        /**
         * An accession as version 1; each later version adds a source to it. Valid against the schemas in {@code
         * contracts/}.
         */
        public static Event accession(String organization, String party, int version) {
            return of(
                    "membership:" + organization + "/" + party,
                    version,
                    version == 1 ? "membership-changed" : "membership-change-sourced",
                    version == 1 ? accession(organization, party) : sourced(organization, party));
        }

        /** A correction of the accession with a new note. */
        public static Event correction(String organization, String party, int version, String note) {
            return of("membership:" + organization + "/" + party, version, "membership-change-corrected", """
                    {"id": "%s", "organization": "%s", "party": "%s", "change": "accession", "effective": "2001-06-15",
                     "founding": false, "note": "%s", "corrected": ["note"], "reason": "It was another one",
                     "sources": [{"title": "A book"}]}
                    """.formatted(
                            fact(organization, party), organization, party, note));
        }

        private static String accession(String organization, String party) {
            return """
                    {"id": "%s", "organization": "%s", "party": "%s", "change": "accession", "effective": "2001-06-15",
                     "founding": false, "sources": [{"title": "A book"}]}
                    """.formatted(fact(organization, party), organization, party);
        }

        private static String sourced(String organization, String party) {
            return """
                    {"id": "%s", "sources": [{"title": "Another book"}]}
                    """.formatted(fact(organization, party));
        }

        private static UUID fact(String organization, String party) {
            return UUID.nameUUIDFromBytes((organization + "/" + party).getBytes(StandardCharsets.UTF_8));
        }

        /** The same event with one more source. */
        public Event citing(String title) {
            return new Event(
                    id,
                    stream,
                    version,
                    name,
                    data.replaceAll("\"title\": \"[^\"]*\"", "\"title\": \"" + title + "\""),
                    recordedAt);
        }

        public Event withId(UUID other) {
            return new Event(other, stream, version, name, data, recordedAt);
        }

        public Event recordedAt(OffsetDateTime other) {
            return new Event(id, stream, version, name, data, other);
        }

        private String kind() {
            var aggregate = stream.substring(0, stream.indexOf(':'));
            return aggregate.equals("exercise") || aggregate.equals("document") ? aggregate : "membership";
        }

        private String topic() {
            return kind().equals("membership") ? MEMBERSHIPS : kind() + "s.events";
        }

        ProducerRecord<String, byte[]> record() {
            var event = CloudEventBuilder.v1()
                    .withId(id.toString())
                    .withType("org.depositary.%s.%s.v1".formatted(kind(), name))
                    .withSource(URI.create("/" + topic().replace(".events", "-service")))
                    .withSubject(stream)
                    .withTime(recordedAt)
                    .withExtension("sequence", version)
                    .withExtension("actor", "somebody")
                    .withData("application/json", data.getBytes(StandardCharsets.UTF_8))
                    .build();
            return KafkaMessageFactory.<String>createWriter(topic(), stream).writeBinary(event);
        }
    }

    private final Map<String, Object> kafka;
    private final KafkaProducer<String, byte[]> producer;

    TestEventPublisher(@Identifier("default-kafka-broker") Map<String, Object> kafka) throws Exception {
        this.kafka = new HashMap<>(kafka);
        for (var topic : List.of(MEMBERSHIPS, "documents.events", "exercises.events")) {
            TopicDefinition.ofEvents(topic).ensure(this.kafka);
        }
        this.producer = new KafkaProducer<>(this.kafka, new StringSerializer(), new ByteArraySerializer());
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    public void publish(Event... events) {
        send(List.of(events).stream().map(Event::record).toList());
    }

    public void send(List<ProducerRecord<String, byte[]>> records) {
        try {
            var sent = new ArrayList<Future<RecordMetadata>>();
            records.forEach(record -> sent.add(producer.send(record)));
            for (var each : sent) {
                each.get();
            }
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public Map<String, Object> kafka() {
        return kafka;
    }
}
