package org.depositary.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Everything that an installation has published so far, as messages of the channels of the AsyncAPI document. */
record PublishedMessages(TestInstallation installation) {

    /** The channels of the topics. */
    private static final Map<String, String> TOPICS = Map.of(
            "membership.events", "membershipEvents",
            "documents.events", "documentsEvents",
            "exercises.events", "exercisesEvents",
            "documents.text", "documentsText");

    private static final String STREAM = "changeStream";
    private static final String WEBHOOK = "webhook";
    private static final String MESSAGE = "message";

    /**
     * Compares all messages with the AsyncAPI document of the installation, by programs that others wrote.
     *
     * @param directory for temporary files
     * @return {@code diagnostics} of the parser, {@code invalid} messages, and {@code valid}: channel and name of each kind of
     *     message that was found and is valid
     */
    JsonNode comparedWithAsyncApi(Path directory) throws IOException {
        var document = Files.writeString(
                directory.resolve("asyncapi.json"),
                installation.client().get("/asyncapi?format=json").expect(200).text());
        var messages = Files.write(
                directory.resolve("messages.ndjson"),
                all().stream().map(JsonNode::toString).toList());
        return GatewayAnswer.JSON.readTree(ForeignClients.run("asyncapi.js", document.toString(), messages.toString()));
    }

    private List<JsonNode> all() {
        var messages = new ArrayList<JsonNode>();
        new EventTopicReader(installation)
                        .records(List.copyOf(TOPICS.keySet()))
                        // A record without a value erases a text.
                        .stream()
                        .filter(found -> found.value() != null)
                        .forEach(found -> messages.add(ofTopic(found)));
        var admin = installation.client().with(installation.token("admin"));
        var changes = new ChangeFeedClient(admin);
        int count = changes.all().size();
        try (var receiver = new WebhookReceiver();
                var stream = EventSourceClient.to(changes.stream(ChangeFeedClient.FROM_THE_START))) {
            receiver.subscribe(admin, Map.of("since", "1970-01-01T00:00:00Z"));
            await("the stream has all changes").until(() -> stream.count("change") >= count);
            await("the webhook has all changes").until(() -> receiver.accepted().size() >= count);
            stream.events().forEach(event -> messages.add(message(STREAM, event.name(), event.json())));
            receiver.accepted().forEach(received -> messages.add(message(WEBHOOK, "change", received.event())));
        }
        return messages;
    }

    private static ObjectNode ofTopic(ConsumerRecord<String, byte[]> found) {
        try {
            var message =
                    message(TOPICS.get(found.topic()), "documents.text.v1", GatewayAnswer.JSON.readTree(found.value()));
            if (found.headers().lastHeader("ce_type") == null) {
                return message;
            }
            var headers = message.put("key", found.key()).putObject("headers");
            found.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
            // org.depositary.<kind>.<name>.v<N>
            var type = headers.path("ce_type").asText().split("\\.", 4);
            return message.put(MESSAGE, type[3]);
        } catch (IOException notJson) {
            throw new AssertionError("no JSON on " + found.topic(), notJson);
        }
    }

    private static ObjectNode message(String channel, String name, JsonNode payload) {
        var message =
                GatewayAnswer.JSON.createObjectNode().put("channel", channel).put(MESSAGE, name);
        message.set("payload", payload);
        return message;
    }
}
