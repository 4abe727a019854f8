package org.depositary.gateway.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.projection.findings.Sum;

/** What a source says that looks odd: it was taken with a warning, and every read repeats that. */
final class Warnings {

    private Warnings() {}

    static Optional<List<String>> of(JsonNode statement) {
        return Sum.warning(statement).map(List::of);
    }
}
