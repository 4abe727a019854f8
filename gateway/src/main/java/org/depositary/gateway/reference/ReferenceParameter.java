package org.depositary.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.RawString;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * A parameter as the page shows it.
 *
 * @param in {@code path}, {@code query} or {@code header}
 * @param type its schema in words
 */
record ReferenceParameter(String name, String in, boolean required, RawString type, RawString description) {

    /** A parameter of more operations than these is described once, in a chapter of its own. */
    private static final int FEW = 15;

    static ReferenceParameter of(JsonNode json) {
        return new ReferenceParameter(
                json.path("name").asText(),
                json.path("in").asText(),
                json.path("required").asBoolean(),
                SchemaText.of(json.path("schema")),
                MarkdownText.inline(json.path("description").asText()));
    }

    /** Whether it is one of the common parameters. A part of the path never is. */
    boolean isAmong(Set<String> common) {
        return common.contains(name) && !in.equals("path");
    }

    /** The parameters that many operations have, each with its first description. */
    static List<ReferenceParameter> common(JsonNode document) {
        var names = commonNames(document);
        Map<String, ReferenceParameter> first = new LinkedHashMap<>();
        for (var parameter : parameters(document)) {
            var shown = of(parameter);
            if (shown.isAmong(names)) {
                first.putIfAbsent(shown.name(), shown);
            }
        }
        return List.copyOf(first.values());
    }

    /** The meaning of {@code on} differs: its default is today, or all days. */
    static Set<String> commonNames(JsonNode document) {
        Map<String, Integer> uses = new HashMap<>();
        for (var parameter : parameters(document)) {
            if (!parameter.path("in").asText().equals("path")) {
                uses.merge(parameter.path("name").asText(), 1, Integer::sum);
            }
        }
        var names = new TreeSet<String>();
        uses.forEach((name, count) -> {
            if (count > FEW && !name.equals("on")) {
                names.add(name);
            }
        });
        return names;
    }

    private static List<JsonNode> parameters(JsonNode document) {
        return document.path("paths").findValues("parameters").stream()
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .toList();
    }
}
