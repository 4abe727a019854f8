package org.depositary.gateway.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.depositary.gateway.feeds.text.DateText;
import org.depositary.gateway.feeds.text.NameLookup;
import org.depositary.gateway.feeds.text.StatementText;
import org.depositary.gateway.feeds.text.UrlPart;
import org.depositary.gateway.read.JsonFieldReader;

/** Writes the fields of JSON as lines of text, with names and links in place of ids. */
record PageFields(NameLookup names) {

    /** More values than this are counted and not shown: a state has hundreds of names. */
    private static final int MOST_VALUES = 200;

    /** The fields of objects inside a record that have their own place, or need a program to read them. */
    private static final Set<String> HIDDEN = Set.of("id", "claims", "recordings", "disputed", "sources");

    private static final Set<String> PARTIES = Set.of("party", "parties", "country");

    private static final Map<String, String> LINKED = Map.ofEntries(
            Map.entry("organization", "organizations"),
            Map.entry("organizations", "organizations"),
            Map.entry("members-of", "organizations"),
            Map.entry("with", "organizations"),
            Map.entry("predecessor", "organizations"),
            Map.entry("successor", "organizations"),
            Map.entry("successors", "organizations"),
            Map.entry("instrument", "instruments"),
            Map.entry("instruments", "instruments"),
            Map.entry("exercise", "exercises"),
            Map.entry("document", "documents"),
            Map.entry("documents", "documents"),
            Map.entry("sameTextAs", "documents"));

    /** The fields that have a value, without those that are hidden. */
    List<PageField> of(JsonNode object, Set<String> hidden) {
        return object.properties().stream()
                .filter(field -> !hidden.contains(field.getKey()) && isStated(field.getValue()))
                .map(field -> new PageField(label(field.getKey()), lines(field.getKey(), field.getValue())))
                .toList();
    }

    static String label(String field) {
        var words = StatementText.words(field);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static boolean isStated(JsonNode value) {
        return !value.isNull() && !(value.isContainerNode() && value.isEmpty());
    }

    private List<List<PageText>> lines(String field, JsonNode value) {
        boolean isListOfObjects = value.isArray() && value.path(0).isObject();
        if (!isListOfObjects) {
            return List.of(line(field, value));
        }
        var lines = new ArrayList<>(JsonFieldReader.elements(value)
                .limit(MOST_VALUES)
                .map(element -> line(field, element))
                .toList());
        if (value.size() > MOST_VALUES) {
            lines.add(List.of(more(value)));
        }
        return lines;
    }

    private List<PageText> line(String field, JsonNode value) {
        if (value.isArray()) {
            return joined(
                    ", ",
                    JsonFieldReader.elements(value)
                            .map(each -> line(field, each))
                            .toList(),
                    value);
        }
        if (!value.isObject()) {
            return List.of(scalar(field, value.asText()));
        }
        if (value.has("edtf")) {
            return List.of(PageText.of(date(value)));
        }
        var parts = value.properties().stream()
                .filter(part -> !HIDDEN.contains(part.getKey()) && isStated(part.getValue()))
                .map(part -> labelled(field, part.getKey(), part.getValue()))
                .toList();
        return joined("; ", parts, value);
    }

    private List<PageText> labelled(String object, String field, JsonNode value) {
        if (field.equals("url")) {
            return List.of(new PageText("record", value.asText()));
        }
        var texts = new ArrayList<PageText>();
        // The fields of shares are parties.
        texts.add(object.equals("shares") ? party(field) : PageText.of(StatementText.words(field)));
        texts.add(PageText.of(": "));
        texts.addAll(line(field, value));
        return texts;
    }

    private static List<PageText> joined(String separator, List<List<PageText>> parts, JsonNode all) {
        var texts = new ArrayList<PageText>();
        parts.stream().limit(MOST_VALUES).forEach(part -> {
            if (!texts.isEmpty()) {
                texts.add(PageText.of(separator));
            }
            texts.addAll(part);
        });
        if (parts.size() > MOST_VALUES) {
            texts.add(PageText.of(separator));
            texts.add(more(all));
        }
        return texts;
    }

    private static PageText more(JsonNode all) {
        return PageText.of("and %d more".formatted(all.size() - MOST_VALUES));
    }

    private PageText scalar(String field, String text) {
        if (text.startsWith("/api/")) {
            return new PageText(text, text);
        }
        if (PARTIES.contains(field)) {
            return party(text);
        }
        var collection = LINKED.get(field);
        return collection == null
                ? PageText.of(text)
                : new PageText(name(collection, text), "/api/%s/%s".formatted(collection, UrlPart.encoded(text)));
    }

    private PageText party(String code) {
        return new PageText(names.party(code), "/api/parties/" + UrlPart.encoded(code));
    }

    private String name(String collection, String id) {
        return switch (collection) {
            case "organizations" -> names.organization(id);
            case "instruments" -> names.instrument(id);
            case "exercises" -> names.exercise(id);
            default -> names.document(id).orElse(id);
        };
    }

    private static String date(JsonNode date) {
        var edtf = date.path("edtf").asText();
        var words = date.has("start") ? DateText.period(edtf) : DateText.point(edtf);
        return "%s (EDTF %s)".formatted(words, edtf);
    }
}
