package org.depositary.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * The operations with one tag.
 *
 * @param anchor the name for links in the page
 */
record ReferenceChapter(String name, String anchor, String description, List<ReferenceOperation> operations) {

    static List<ReferenceChapter> all(JsonNode document) {
        var operations = ReferenceOperation.all(document);
        return StreamSupport.stream(document.path("tags").spliterator(), false)
                .map(tag -> of(tag, operations))
                .toList();
    }

    private static ReferenceChapter of(JsonNode tag, List<ReferenceOperation> operations) {
        var name = tag.path("name").asText();
        return new ReferenceChapter(
                name,
                "chapter-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'),
                tag.path("description").asText(),
                operations.stream()
                        .filter(operation -> operation.tag().equals(name))
                        .toList());
    }
}
