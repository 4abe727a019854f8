package org.depositary.gateway.projection.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Adds to the metadata of a document where each field was read, and which fields have different values at different
 * places. A field that a curator corrected or confirmed has no conflict.
 *
 * @param layers metadata by origin: see {@link DocumentState}
 */
record MetadataOrigins(ObjectNode layers) {

    private static final List<String> FIELDS =
            List.of("title", "author", "date", "place", "publisher", "type", "language", "signatories");

    private static final Pattern OTHER_THAN_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** @param details the merged metadata; gets the fields {@code origins} and {@code conflicts} */
    void addTo(ObjectNode details) {
        var origins = JsonNodeFactory.instance.objectNode();
        var conflicts = JsonNodeFactory.instance.arrayNode();
        for (var field : FIELDS) {
            if (details.hasNonNull(field)) {
                origin(field, details.get(field)).ifPresent(origin -> origins.set(field, origin));
                conflict(field, details.get(field)).ifPresent(conflicts::add);
            }
        }
        details.set("origins", origins);
        details.set("conflicts", conflicts);
    }

    /** The fields for which the document itself states different values, and on which no curator has decided. */
    List<ObjectNode> conflictsInDocument() {
        return StreamSupport.stream(layers.path("extracted").path("conflicts").spliterator(), false)
                .filter(conflict -> !isCorrected(conflict.path("field").asText()))
                .map(ObjectNode.class::cast)
                .toList();
    }

    /** Empty for a field of an event that does not say where the extraction read it. */
    private Optional<ObjectNode> origin(String field, JsonNode value) {
        if (isCorrected(field)) {
            return Optional.of(from("curator"));
        }
        if (value.equals(layers.path("received").path(field))) {
            return Optional.of(from("upload"));
        }
        return value.equals(layers.path("extracted").path(field)) ? extractedOrigin(field) : Optional.empty();
    }

    private Optional<ObjectNode> extractedOrigin(String field) {
        return layers.path("extracted").path("origins").path(field) instanceof ObjectNode origin
                ? Optional.of(origin.deepCopy())
                : Optional.empty();
    }

    private Optional<ObjectNode> conflict(String field, JsonNode value) {
        if (isCorrected(field) || !value.isTextual()) {
            return Optional.empty();
        }
        var values = JsonNodeFactory.instance.arrayNode();
        add(values, field, value, origin(field, value));
        add(values, field, layers.path("extracted").path(field), extractedOrigin(field));
        for (var conflict : layers.path("extracted").path("conflicts")) {
            if (conflict.path("field").asText().equals(field)) {
                conflict.path("values").forEach(other -> add(values, field, other.path("value"), Optional.of(other)));
            }
        }
        return values.size() < 2
                ? Optional.empty()
                : Optional.of(JsonNodeFactory.instance
                        .objectNode()
                        .put("field", field)
                        .set("values", values));
    }

    private static void add(ArrayNode values, String field, JsonNode value, Optional<? extends JsonNode> origin) {
        boolean isNew = value.isTextual()
                && StreamSupport.stream(values.spliterator(), false)
                        .noneMatch(known -> agree(field, known.path("value").asText(), value.asText()));
        if (isNew) {
            var added = values.addObject().put("value", value.asText());
            origin.ifPresent(it -> it.properties().stream()
                    .filter(property -> !property.getKey().equals("value"))
                    .forEach(property -> added.set(property.getKey(), property.getValue())));
        }
    }

    /** Whether two values can both be right: 2005-07 and 2005-07-05, or names in different cases. */
    private static boolean agree(String field, String one, String other) {
        return field.equals("date")
                ? one.startsWith(other) || other.startsWith(one)
                : letters(one).equals(letters(other));
    }

    private static String letters(String text) {
        return OTHER_THAN_LETTERS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private boolean isCorrected(String field) {
        return StreamSupport.stream(layers.path(DocumentState.CORRECTED_FIELDS).spliterator(), false)
                .anyMatch(corrected -> corrected.asText().equals(field));
    }

    private static ObjectNode from(String origin) {
        return JsonNodeFactory.instance.objectNode().put("from", origin);
    }
}
