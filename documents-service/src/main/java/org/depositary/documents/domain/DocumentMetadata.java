package org.depositary.documents.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The metadata of a document, from its sender, from the document itself or from a curator.
 *
 * @param date the date of the document, EDTF
 * @param type the type of the document, such as {@code declaration}
 * @param language the language tag, BCP 47
 * @param signatories those who signed the document, as printed
 */
public record DocumentMetadata(
        Optional<String> title,
        Optional<String> author,
        Optional<String> date,
        Optional<String> place,
        Optional<String> publisher,
        Optional<String> type,
        Optional<String> language,
        Optional<List<String>> signatories) {

    public static final DocumentMetadata NONE = new DocumentMetadata(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Returns this metadata, with its empty fields filled from {@code below}. */
    public DocumentMetadata overlay(DocumentMetadata below) {
        return new DocumentMetadata(
                title.or(below::title),
                author.or(below::author),
                date.or(below::date),
                place.or(below::place),
                publisher.or(below::publisher),
                type.or(below::type),
                language.or(below::language),
                signatories.or(below::signatories));
    }

    /** Returns this metadata, with the title and the date that the name of the file has if they are missing. */
    DocumentMetadata orOfFile(String filename) {
        return overlay(new DocumentMetadata(
                FileNameMetadata.title(filename),
                Optional.empty(),
                FileNameMetadata.date(filename),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    /** Returns the names of the fields that are present. */
    List<String> present() {
        return byName().entrySet().stream()
                .filter(field -> field.getValue().isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the names of the fields with different values. */
    List<String> differingFrom(DocumentMetadata other) {
        var others = other.byName();
        return byName().entrySet().stream()
                .filter(field -> !field.getValue().equals(others.get(field.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Optional<?>> byName() {
        var fields = new LinkedHashMap<String, Optional<?>>();
        fields.put("title", title);
        fields.put("author", author);
        fields.put("date", date);
        fields.put("place", place);
        fields.put("publisher", publisher);
        fields.put("type", type);
        fields.put("language", language);
        fields.put("signatories", signatories);
        return fields;
    }
}
