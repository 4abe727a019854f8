package org.depositary.gateway.feeder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.depositary.gateway.log.OrganizationsAndParties;

/**
 * Parses Kafka records as CloudEvents 1.0 in binary mode and validates them. A topic may also contain records of other writers.
 */
@ApplicationScoped
class CloudEventParser {

    private static final Pattern TYPE =
            Pattern.compile("org\\.depositary\\.(membership|document|exercise)\\.([a-z][a-z0-9-]*)\\.v([1-9]\\d{0,4})");
    private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,8}");
    private static final int MAX_STREAM_ID = 500;
    private static final JsonFactory JSON = new JsonFactory();

    private final ObjectMapper mapper;

    CloudEventParser(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    PublishedEvent read(KafkaRecord received) throws MalformedEvent {
        try {
            if (received.value() == null) {
                throw new MalformedEvent("The record has no value");
            }
            return event(KafkaMessageFactory.createReader(received.headers(), received.value())
                    .toEvent());
        } catch (RuntimeException | IOException failure) {
            // Catches every exception, because the CloudEvents SDK has no common type for invalid records.
            throw new MalformedEvent(String.valueOf(failure.getMessage()));
        }
    }

    private PublishedEvent event(CloudEvent event) throws MalformedEvent, IOException {
        var type = TYPE.matcher(event.getType());
        require(type.matches(), "Unknown event type: " + event.getType());
        var streamId = event.getSubject();
        require(streamId != null && !streamId.isBlank(), "The event has no subject");
        require(streamId.length() <= MAX_STREAM_ID && streamId.indexOf('\0') < 0, "The subject is not a stream id");
        require(event.getTime() != null, "The event has no time");
        var data = data(event);
        int version = version(event);
        return new PublishedEvent(
                id(event),
                streamId,
                version,
                type.group(1),
                event.getType(),
                event.getTime(),
                OrganizationsAndParties.of(streamId, data),
                json(event, version));
    }

    private static UUID id(CloudEvent event) throws MalformedEvent {
        try {
            return UUID.fromString(event.getId());
        } catch (IllegalArgumentException failure) {
            throw new MalformedEvent("The id is not a UUID: " + event.getId());
        }
    }

    private static int version(CloudEvent event) throws MalformedEvent {
        var sequence = String.valueOf(event.getExtension("sequence"));
        require(VERSION.matcher(sequence).matches(), "The sequence is not a version: " + sequence);
        return Integer.parseInt(sequence);
    }

    private JsonNode data(CloudEvent event) throws MalformedEvent, IOException {
        require(event.getData() != null, "The event has no data");
        var data = mapper.readTree(event.getData().toBytes());
        require(data.isObject(), "The data is not a JSON object");
        return data;
    }

    /** Copies the data unparsed, so that numbers keep their digits, for example 2.60. */
    private static String json(CloudEvent event, int sequence) throws IOException {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", event.getId());
            json.writeStringField("source", event.getSource().toString());
            json.writeStringField("type", event.getType());
            json.writeStringField("subject", event.getSubject());
            json.writeStringField("time", event.getTime().toInstant().toString());
            json.writeStringField("datacontenttype", "application/json");
            json.writeNumberField("sequence", sequence);
            if (event.getExtension("actor") instanceof String actor) {
                json.writeStringField("actor", actor);
            }
            json.writeFieldName("data");
            json.writeRawValue(new String(event.getData().toBytes(), StandardCharsets.UTF_8));
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void require(boolean holds, String otherwise) throws MalformedEvent {
        if (!holds) {
            throw new MalformedEvent(otherwise);
        }
    }
}
