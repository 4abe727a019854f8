package org.depositary.gateway.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.asyncapi.SchemaFields.Field;

/** Writes the event catalogue, one page in Markdown for each topic, from the AsyncAPI document. */
final class EventCatalogue {

    /** The first part of the names of events that are not about facts. */
    private static final List<String> OTHERS = List.of("document", "import-set");

    private static final Set<String> FIRST = Set.of("-recorded", "-registered", "d");

    private final JsonNode schemas;
    private final SchemaFields fields;

    EventCatalogue(JsonNode document) {
        this.schemas = document.path("components").path("schemas");
        this.fields = new SchemaFields(schemas);
    }

    String page(EventTopic topic) {
        var groups = groups(topic.events());
        var page = new StringBuilder(
                """
                <!-- AsyncApiContractTest writes this page from contracts/. Do not edit it. -->
                # Events: %s

                Topic `%s`, kind `%s`, owner `%s`. [Events](../events.md) explains what all events have in common.

                """.formatted(topic.title().toLowerCase(Locale.ROOT), topic.name(), topic.kind(), topic.service()));
        groups.keySet().forEach(group -> page.append("- [%1$s](#%1$s)\n".formatted(group)));
        groups.forEach((group, events) -> addGroup(topic, group, events, page));
        addTypes(topic, page);
        return page.toString();
    }

    private static Map<String, List<EventContract>> groups(List<EventContract> events) {
        var names = Stream.concat(
                        OTHERS.stream(),
                        events.stream()
                                .map(EventContract::name)
                                .filter(name -> name.endsWith("-claimed"))
                                .map(name -> name.substring(0, name.length() - "-claimed".length())))
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        return events.stream()
                .collect(Collectors.groupingBy(
                        event -> names.stream()
                                .filter(event.name()::startsWith)
                                .findFirst()
                                .orElse(event.name()),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private void addGroup(EventTopic topic, String group, List<EventContract> events, StringBuilder page) {
        var common = common(events);
        page.append("\n## %s\n".formatted(group));
        if (!common.isEmpty()) {
            page.append("\nAll events of this group have these fields:\n\n");
            addTable(common, page);
        }
        var sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparing(event -> !FIRST.contains(event.name().substring(group.length()))));
        sorted.forEach(event -> addEvent(topic, event, common, page));
    }

    private Set<Field> common(List<EventContract> events) {
        var common = new LinkedHashSet<>(fieldsOf(events.getFirst()));
        events.forEach(event -> common.retainAll(fieldsOf(event)));
        return common;
    }

    private void addEvent(EventTopic topic, EventContract event, Set<Field> common, StringBuilder page) {
        page.append("""

                ### %s v%d

                %s Type `%s`, [schema](../../contracts/%s/v%2$d.schema.json).

                """.formatted(
                        event.name(), event.version(), event.description(), topic.type(event), event.directory()));
        var own = fieldsOf(event).stream()
                .filter(field -> !common.contains(field))
                .toList();
        if (!own.isEmpty()) {
            addTable(own, page);
            page.append('\n');
        }
        page.append("<details><summary>Sample</summary>\n\n```json\n%s\n```\n\n</details>\n"
                .formatted(sample(event.sample())));
    }

    private List<Field> fieldsOf(EventContract event) {
        return fields.of(schemas.path(event.key()));
    }

    private void addTypes(EventTopic topic, StringBuilder page) {
        var roots =
                topic.events().stream().map(event -> schemas.path(event.key())).toList();
        for (var type : fields.types(roots)) {
            var schema = schemas.path(type);
            page.append("\n## Type %s\n\n%s.\n".formatted(SchemaFields.title(type), fields.meaning(schema)));
            var own = fields.of(schema);
            if (!own.isEmpty()) {
                page.append('\n');
                addTable(own, page);
            } else if (schema.has("pattern")) {
                page.append("\nPattern: `%s`\n".formatted(schema.path("pattern").asText()));
            }
        }
    }

    private static void addTable(Iterable<Field> rows, StringBuilder page) {
        page.append("| field | type | meaning |\n|---|---|---|\n");
        rows.forEach(field -> page.append("| `%s` | %s%s | %s |\n"
                .formatted(field.name(), field.type(), field.required() ? "" : ", optional", field.meaning())));
    }

    /** One line for each field, so that a sample is short. */
    private static String sample(JsonNode sample) {
        return sample.properties().stream()
                .map(field -> "  \"%s\": %s".formatted(field.getKey(), oneLine(field.getValue())))
                .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }

    private static String oneLine(JsonNode value) {
        return value.toPrettyString().replace("\" : ", "\": ").replaceAll("\\s*\\R\\s*", " ");
    }
}
