package org.depositary.gateway.projection.memberships;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.vocabulary.sources.SourceCoverage;

/**
 * The time for which the sources of a fact speak, one element for each source. Both lists are empty if all sources speak
 * without end. A read replaces the last day by the coverage of the set, if the set has one.
 *
 * @param sets the data set of each source, or an empty text
 * @param until the last day for which each source speaks
 */
record CoveredTime(List<String> sets, List<DateBound> until) {

    private static final String SET = "set";
    private static final String COVERS = "covers";
    private static final CoveredTime ALWAYS = new CoveredTime(List.of(), List.of());

    static CoveredTime of(ArrayNode sources) {
        return sources(sources).anyMatch(source -> source.hasNonNull(SET) || source.hasNonNull(COVERS))
                ? new CoveredTime(
                        sources(sources)
                                .map(source -> source.path(SET).asText(""))
                                .toList(),
                        sources(sources).map(CoveredTime::lastDayOf).toList())
                : ALWAYS;
    }

    private static Stream<JsonNode> sources(ArrayNode sources) {
        return StreamSupport.stream(sources.spliterator(), false);
    }

    private static DateBound lastDayOf(JsonNode source) {
        return source.hasNonNull(COVERS) ? lastDay(source.path(COVERS).asText()) : DateBound.NEVER;
    }

    /** @param covers an EDTF interval */
    static DateBound lastDay(String covers) {
        return SourceCoverage.ofInterval(covers)
                .map(coverage ->
                        coverage.until().latest().isPresent() ? DateBound.latest(coverage.until()) : DateBound.ALWAYS)
                .orElse(DateBound.NEVER);
    }
}
