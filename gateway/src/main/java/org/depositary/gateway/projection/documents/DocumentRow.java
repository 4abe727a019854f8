package org.depositary.gateway.projection.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.search.SearchTokens;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * A row of table {@code document}: one version of a document's metadata.
 *
 * @param described the words of title, author, publisher, place and file name, for search
 * @param extraction current version of the extracted text, if one exists
 * @param details all metadata fields, merged
 * @param layers the same fields before the merge, by origin: see {@link DocumentState}
 */
record DocumentRow(
        String id,
        String status,
        String rights,
        Optional<String> language,
        Optional<String> type,
        List<String> described,
        Optional<DateBound> dateEarliest,
        Optional<DateBound> dateLatest,
        Optional<Integer> extraction,
        ObjectNode details,
        ObjectNode layers,
        Optional<ObjectNode> takenDown,
        long firstSeq) {

    static DocumentRow of(DocumentState document) {
        var details = document.details();
        var date = text(details, "date").map(PartialDate::parse);
        return new DocumentRow(
                document.id(),
                text(details, "status").orElse("received"),
                text(details, "rights").orElse("restricted"),
                text(details, "language"),
                text(details, "type"),
                SearchTokens.wordsOfShortText(Stream.of("title", "author", "publisher", "place", "filename")
                        .flatMap(field -> text(details, field).stream())
                        .collect(Collectors.joining("\n"))),
                date.map(DateBound::earliest),
                date.map(DateBound::latest),
                Optional.ofNullable(details.get("extraction")).map(JsonNode::asInt),
                details,
                document.layers(),
                document.takenDown(),
                document.firstSeq());
    }

    private static Optional<String> text(ObjectNode details, String field) {
        return Optional.ofNullable(details.get(field))
                .filter(value -> !value.isNull())
                .map(JsonNode::asText);
    }
}
