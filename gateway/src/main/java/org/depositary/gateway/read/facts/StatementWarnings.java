package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.projection.findings.ShareSumClueFinder;

/** What a source says that looks odd: it was taken with a warning, and every read repeats that. */
final class StatementWarnings {

    private StatementWarnings() {}

    static Optional<List<String>> of(JsonNode statement) {
        return ShareSumClueFinder.warning(statement).map(List::of);
    }
}
