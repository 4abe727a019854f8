package org.depositary.gateway.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.depositary.testing.ContractFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The AsyncAPI document and the event catalogue follow from {@code contracts/}. After a wanted change: run with
 * {@code -Dcontracts.write=true}.
 */
class AsyncApiContractTest {

    private static final Path CATALOGUE = ContractFiles.path("../docs/events").normalize();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);

    private static ObjectNode document;

    @BeforeAll
    static void build() throws IOException {
        var base = AsyncApiDocument.YAML.readTree(
                ContractFiles.path("asyncapi.base.yaml").toFile());
        document = AsyncApiBuilder.build((ObjectNode) base);
    }

    static List<EventTopic> topics() {
        return EventTopic.ALL;
    }

    @Test
    void the_document_is_the_one_in_the_contracts() throws IOException {
        assertWritten(ContractFiles.path("asyncapi.yaml"), AsyncApiDocument.YAML.writeValueAsString(document));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void the_page_of_a_topic_is_the_one_in_the_catalogue(EventTopic topic) throws IOException {
        assertWritten(CATALOGUE.resolve(topic.name() + ".md"), new EventCatalogue(document).page(topic));
    }

    @Test
    void every_event_has_a_message_and_every_message_a_valid_example() {
        assertThat(document.at("/components/messages").properties()).hasSizeGreaterThan(100);
        document.at("/components/messages").properties().forEach(message -> {
            var examples = message.getValue().path("examples");
            assertThat(examples).as(message.getKey()).isNotEmpty();
            examples.forEach(example -> assertThat(errors(message.getValue().path("payload"), example.path("payload")))
                    .as(message.getKey())
                    .isEmpty());
        });
    }

    @Test
    void an_event_in_another_shape_is_invalid() {
        var change = document.at("/components/messages/streamedChange");
        var example = (ObjectNode) change.at("/examples/0/payload").deepCopy();
        example.withObject("data").put("change", "joining");
        assertThat(errors(change.path("payload"), example)).isNotEmpty();
    }

    @Test
    void every_event_and_every_field_has_a_meaning() {
        var fields = new SchemaFields(document.at("/components/schemas"));
        var without = new ArrayList<String>();
        document.at("/components/schemas").properties().forEach(schema -> {
            if (fields.meaning(schema.getValue()).isEmpty()) {
                without.add(schema.getKey());
            }
            fields.of(schema.getValue()).stream()
                    .filter(field -> field.meaning().isEmpty())
                    .forEach(field -> without.add(schema.getKey() + ": " + field.name()));
        });
        assertThat(without)
                .as("add a description to the schemas in contracts/events")
                .isEmpty();
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .isFalse());
    }

    private static Stream<String> errors(JsonNode schema, JsonNode value) {
        var root = (ObjectNode) schema.deepCopy();
        // In draft 7, a reference hides all other keywords of its schema, also the components.
        var wrapped = root.objectNode();
        wrapped.putArray("allOf").add(root);
        wrapped.set("components", document.path("components"));
        return SCHEMAS.getSchema(wrapped).validate(value).stream().map(Object::toString);
    }

    private static void assertWritten(Path file, String content) throws IOException {
        if (Boolean.getBoolean("contracts.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(file).as("write it with -Dcontracts.write=true").hasContent(content);
    }
}
