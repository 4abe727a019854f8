package org.depositary.gateway.web.resource;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.depositary.eventsourcing.relay.TopicDefinition;
import org.depositary.gateway.TestEventPublisher;

/** Publishes events as the services would after a command, and lets a test wait until it can read them. */
@ApplicationScoped
class Register {

    /**
     * An event that was published.
     *
     * @param version {@code <stream>@<version>}
     */
    record Published(String id, String version, Instant recordedAt) {}

    private static final Map<String, String> TOPICS =
            Map.of("membership", "membership.events", "exercise", "exercises.events", "document", "documents.events");

    static final String SOURCES = "\"sources\": [{\"title\": \"A book\", \"locator\": \"p. 12\"}]";

    private final TestEventPublisher bus;
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();
    private final Set<String> unread = ConcurrentHashMap.newKeySet();

    Register(TestEventPublisher bus) throws Exception {
        this.bus = bus;
        TopicDefinition.ofStates("documents.text").ensure(bus.kafka());
    }

    /** A slug that starts with this name and that no other test uses. */
    static String slug(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    Published organization(String id, String more) {
        var data = """
                {"id": "%s", "names": {"en": "Organisation %s", "nl": "Organisatie %s"}%s, "sources": [{"title": "A book"}]}
                """.formatted(id, id, id, more);
        return publish("membership", "organization:" + id, "organization-registered", id, data);
    }

    Published organizationChange(String organization, String effective, String change) {
        var id = UUID.randomUUID().toString();
        var data = """
                {"id": "%s", "organization": "%s", "effective": "%s", %s, "sources": [{"title": "A book"}]}
                """.formatted(id, organization, effective, change);
        return publish("membership", "organization:" + organization, "organization-changed", id, data);
    }

    Published membershipChange(String organization, String party, String change, String effective) {
        var id = UUID.randomUUID().toString();
        return publish(
                "membership",
                membership(organization, party),
                "membership-changed",
                id,
                statement(id, organization, party, change, effective, ""));
    }

    Published accessionAsWritten(String organization, String party, String code, String effective) {
        var id = UUID.randomUUID().toString();
        var asWritten = ", \"partyAsWritten\": \"%s\"".formatted(code);
        return publish(
                "membership",
                membership(organization, party),
                "membership-changed",
                id,
                statement(id, organization, party, "accession", effective, asWritten));
    }

    Published foundingMembership(String organization, String party, String effective) {
        var id = UUID.randomUUID().toString();
        var accession = statement(id, organization, party, "accession", effective, "");
        return publish(
                "membership",
                membership(organization, party),
                "membership-changed",
                id,
                accession.replace("\"founding\": false", "\"founding\": true"));
    }

    Published correctedMembershipChange(String id, String organization, String party, String change, String effective) {
        var correction = ", \"corrected\": [\"effective\"], \"reason\": \"Misread\"";
        return publish(
                "membership",
                membership(organization, party),
                "membership-change-corrected",
                id,
                statement(id, organization, party, change, effective, correction));
    }

    Published retractedMembershipChange(String id, String organization, String party) {
        var data = "{\"id\": \"%s\", \"reason\": \"Twice\"}".formatted(id);
        return publish("membership", membership(organization, party), "membership-change-retracted", id, data);
    }

    /** @param said the claim and its sources as JSON: {@code "claim": {…}, "sources": […]} */
    Published membershipEvent(String name, Published accession, String organization, String effective, String said) {
        var data = """
                {"id": "%s", "organization": "%s", "party": "UZ", "change": "accession", "effective": "%s",
                 "founding": false, %s}
                """.formatted(accession.id(), organization, effective, said);
        return publish("membership", membership(organization, "UZ"), name, accession.id(), data);
    }

    /** Publishes an institutional fact in a new stream. */
    Published institution(String kind, String statement) {
        var id = UUID.randomUUID().toString();
        return institution(kind, kind + ":" + id, id, kind + "-recorded", statement, SOURCES);
    }

    /**
     * Publishes an event of an institutional fact.
     *
     * @param statement the fields of the statement as JSON, without braces
     * @param beside further fields of the event, for example its sources
     */
    Published institution(String kind, String stream, String id, String name, String statement, String beside) {
        return publish("membership", stream, name, id, "{\"id\": \"%s\", %s, %s}".formatted(id, statement, beside));
    }

    Published exercise(String statement) {
        var id = UUID.randomUUID().toString();
        var data = """
                {"id": "%s", %s, "sources": [{"title": "A book"}]}""".formatted(id, statement);
        return publish("exercise", "exercise:" + id, "exercise-recorded", id, data);
    }

    Published document(String id, String name, String data) {
        return publish("document", "document:" + id, name, id, "{\"id\": \"%s\", %s}".formatted(id, data));
    }

    /** Publishes a record of the topic of document texts. A null value is a tombstone. */
    void text(String key, String value) {
        bus.send(List.of(new ProducerRecord<>(
                "documents.text", key, value == null ? null : value.getBytes(StandardCharsets.UTF_8))));
    }

    /**
     * A request that waits until these events can be read, and all events that were published before without a wait.
     * This is needed because streams can be in different partitions, which are read in any order.
     */
    RequestSpecification after(Published... published) {
        var request = RestAssured.given().header("Prefer", "wait=300");
        for (var event : published) {
            unread.add(event.version());
        }
        unread.forEach(version -> request.header("Depositary-After", version));
        unread.clear();
        return request;
    }

    Published publish(String kind, String stream, String name, String id, String data) {
        int version = versions.merge(stream, 1, Integer::sum);
        var recordedAt = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        var event = CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withType("org.depositary.%s.%s.v1".formatted(kind, name))
                .withSource(URI.create("/test"))
                .withSubject(stream)
                .withTime(recordedAt)
                .withExtension("sequence", version)
                .withExtension("actor", "somebody")
                .withData("application/json", data.getBytes(StandardCharsets.UTF_8))
                .build();
        ProducerRecord<String, byte[]> message = KafkaMessageFactory.<String>createWriter(TOPICS.get(kind), stream)
                .writeBinary(event);
        bus.send(List.of(message));
        var published = new Published(id, "%s@%d".formatted(stream, version), recordedAt.toInstant());
        unread.add(published.version());
        return published;
    }

    private static String membership(String organization, String party) {
        return "membership:%s/%s".formatted(organization, party);
    }

    private static String statement(
            String id, String organization, String party, String change, String effective, String more) {
        return """
                {"id": "%s", "organization": "%s", "party": "%s", "change": "%s", "effective": "%s", "founding": false%s,
                 "sources": [{"title": "A book", "locator": "p. 12"}]}
                """.formatted(id, organization, party, change, effective, more);
    }
}
