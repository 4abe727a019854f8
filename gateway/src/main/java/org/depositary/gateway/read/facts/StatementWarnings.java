package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.projection.findings.OutsideTimeClueFinder;
import org.depositary.gateway.projection.findings.ShareSumClueFinder;

/**
 * Computes warnings about unusual values in a statement. Such a statement was accepted with a warning, and every read
 * repeats the warning.
 */
final class StatementWarnings {

    private StatementWarnings() {}

    static Optional<List<String>> of(JsonNode statement) {
        return ShareSumClueFinder.warning(statement)
                .or(() -> OutsideTimeClueFinder.warning(statement))
                .map(List::of);
    }
}
