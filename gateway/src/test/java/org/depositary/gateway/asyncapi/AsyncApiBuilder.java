package org.depositary.gateway.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.depositary.eventsourcing.relay.TopicDefinition;

/** Builds the AsyncAPI document: adds topics, messages and schemas of {@code contracts/} to the part that people write. */
final class AsyncApiBuilder {

    private static final String BINDING = "0.5.0";
    private static final String KAFKA = "#/servers/kafka";
    private static final String TEXTS = "documents.text";

    private final ObjectNode document;
    private final BundledSchemas schemas;

    private AsyncApiBuilder(ObjectNode base) {
        this.document = base;
        this.schemas = new BundledSchemas(component("schemas"));
    }

    static ObjectNode build(ObjectNode base) {
        var builder = new AsyncApiBuilder(base.deepCopy());
        EventTopic.ALL.forEach(builder::addTopic);
        builder.addTexts();
        builder.addExampleOfWebhooks();
        return builder.document;
    }

    private void addTopic(EventTopic topic) {
        var channel = channel(
                TopicDefinition.ofEvents(topic.name()),
                topic.title(),
                "The events of %s. The key is the stream id, so the events of a stream are in order. Kept for ever."
                        .formatted(topic.service()));
        for (var event : topic.events()) {
            schemas.add(event.key(), event.schema());
            addMessage(event, channel, message(topic, event));
            addCondition(topic.type(event), event);
        }
    }

    /** Says which data a change of this type has. */
    private void addCondition(String type, EventContract event) {
        var condition = component("schemas")
                .withObject("change")
                .withArrayProperty("allOf")
                .addObject();
        condition.putObject("if").putObject("properties").putObject("type").put("const", type);
        condition.putObject("then").putObject("properties").set("data", BundledSchemas.reference(event.key()));
    }

    private void addTexts() {
        var channel = channel(
                TopicDefinition.ofStates(TEXTS),
                "Texts of documents",
                "The current text of each document, in chunks. The key is `<document>/<chunk>`. The topic is compacted. A"
                        + " tombstone, a record without a value, erases a chunk after a takedown or a shorter text.");
        for (var state : EventContract.in("state")) {
            schemas.add(state.key(), state.schema());
            addMessage(state, channel, message(state));
        }
    }

    private ObjectNode channel(TopicDefinition topic, String title, String description) {
        var key = EventTopic.camelCase(topic.name());
        var channel = document.withObject("channels").putObject(key);
        channel.put("address", topic.name()).put("title", title).put("description", description);
        channel.putArray("servers").addObject().put("$ref", KAFKA);
        channel.putObject("messages");
        var binding = channel.putObject("bindings").putObject("kafka");
        binding.put("topic", topic.name()).put("partitions", TopicDefinition.PARTITIONS);
        var configuration = binding.putObject("topicConfiguration");
        configuration.putArray("cleanup.policy").add(topic.configuration().get("cleanup.policy"));
        topic.configuration().keySet().stream()
                .filter(setting -> setting.endsWith(".ms"))
                .sorted()
                .forEach(setting -> configuration.put(
                        setting, Long.parseLong(topic.configuration().get(setting))));
        binding.put("bindingVersion", BINDING);
        channel.putArray("tags").addObject().put("name", "kafka");
        addOperation(key, title);
        return channel;
    }

    private void addOperation(String channel, String title) {
        var name = "publish" + EventTopic.capital(channel);
        var operation = document.withObject("operations").putObject(name);
        operation.put("action", "send").putObject("channel").put("$ref", "#/channels/" + channel);
        operation
                .put("title", "Publish: " + title)
                .put("summary", "Publishes each record after it is committed, in order per key, at least once");
        operation.put("description", "A repeat has the same `ce_id` and `ce_sequence`, or is the same state again.");
        operation.putArray("tags").addObject().put("name", "kafka");
    }

    private void addMessage(EventContract contract, ObjectNode channel, ObjectNode message) {
        component("messages").set(contract.key(), message);
        channel.withObject("messages").putObject(contract.key()).put("$ref", "#/components/messages/" + contract.key());
    }

    private static ObjectNode message(EventTopic topic, EventContract event) {
        var message = message(event);
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/cloudEvent");
        var headers = message.putObject("headers").put("type", "object").putObject("properties");
        headers.putObject("ce_type").put("const", topic.type(event));
        headers.putObject("ce_source").put("const", "/" + topic.service());
        return message;
    }

    private static ObjectNode message(EventContract contract) {
        var message = JsonNodeFactory.instance.objectNode();
        message.put("name", contract.name())
                .put("title", "%s v%d".formatted(contract.name(), contract.version()))
                .put("summary", contract.description())
                .set("payload", BundledSchemas.reference(contract.key()));
        message.putArray("examples")
                .addObject()
                .put("name", "sample")
                .put("summary", "The sample of the contract")
                .set("payload", contract.sample());
        return message;
    }

    /** Webhooks have the changes that streams have. */
    private void addExampleOfWebhooks() {
        JsonNode examples = component("messages").path("streamedChange").path("examples");
        component("messages").withObject("webhookChange").set("examples", examples);
    }

    private ObjectNode component(String name) {
        return document.withObject("components").withObject(name);
    }
}
