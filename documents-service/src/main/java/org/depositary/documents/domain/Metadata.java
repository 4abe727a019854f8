package org.depositary.documents.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said about a document, by its sender, by itself or by a curator.
 *
 * @param date of the document, EDTF
 * @param type such as {@code declaration}
 * @param language BCP 47
 */
public record Metadata(
        Optional<String> title,
        Optional<String> author,
        Optional<String> date,
        Optional<String> place,
        Optional<String> publisher,
        Optional<String> type,
        Optional<String> language) {

    public static final Metadata NONE = new Metadata(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** This, and what it is silent about from the other. */
    public Metadata over(Metadata below) {
        return new Metadata(
                title.or(below::title),
                author.or(below::author),
                date.or(below::date),
                place.or(below::place),
                publisher.or(below::publisher),
                type.or(below::type),
                language.or(below::language));
    }

    /** The names of the fields in which this says something else than the other. */
    List<String> differingFrom(Metadata other) {
        var others = other.byName();
        return byName().entrySet().stream()
                .filter(field -> !field.getValue().equals(others.get(field.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Optional<String>> byName() {
        var fields = new LinkedHashMap<String, Optional<String>>();
        fields.put("title", title);
        fields.put("author", author);
        fields.put("date", date);
        fields.put("place", place);
        fields.put("publisher", publisher);
        fields.put("type", type);
        fields.put("language", language);
        return fields;
    }
}
