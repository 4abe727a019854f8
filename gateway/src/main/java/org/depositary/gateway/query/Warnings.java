package org.depositary.gateway.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.Shares;

/** What a source says that looks odd: it was taken with a warning, and every read repeats that. */
final class Warnings {

    private Warnings() {}

    static Optional<List<String>> of(JsonNode statement) {
        var shares = Json.elements(statement.path("shares"))
                .map(JsonNode::decimalValue)
                .toList();
        return shares.isEmpty()
                ? Optional.empty()
                : Shares.warning(statement.path("unit").asText(), shares).map(List::of);
    }
}
