package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.gateway.projection.findings.OutsideTimeClueFinder;
import org.depositary.gateway.projection.findings.ShareSumClueFinder;

/**
 * Computes warnings about unusual values in a statement. Such a statement was accepted with a warning, and every read
 * repeats the warning.
 */
final class StatementWarnings {

    private StatementWarnings() {}

    static Optional<List<String>> of(String kind, JsonNode statement) {
        var warnings = Stream.concat(
                        ShareSumClueFinder.warning(statement).stream(),
                        OutsideTimeClueFinder.warnings(kind, statement).stream())
                .toList();
        return Optional.of(warnings).filter(all -> !all.isEmpty());
    }
}
