package org.depositary.gateway.projection.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.depositary.gateway.projection.facts.Day;
import org.depositary.vocabulary.PartialDate;

/**
 * A row of {@code document}.
 *
 * @param extraction which version of its text counts, once there is one
 * @param layers what is known of it, by where that comes from
 */
record DocumentRow(
        String id,
        String status,
        String rights,
        Optional<String> title,
        Optional<String> language,
        Optional<String> type,
        Optional<Day> dateEarliest,
        Optional<Day> dateLatest,
        Optional<Integer> extraction,
        ObjectNode layers,
        Optional<ObjectNode> takenDown) {

    static DocumentRow of(Document document) {
        var date = document.field("date").map(PartialDate::parse);
        return new DocumentRow(
                document.id(),
                document.status(),
                document.field("rights").orElse("restricted"),
                document.field("title"),
                document.field("language"),
                document.field("type"),
                date.map(Day::earliest),
                date.map(Day::latest),
                document.extraction(),
                document.layers(),
                document.takenDown());
    }
}
