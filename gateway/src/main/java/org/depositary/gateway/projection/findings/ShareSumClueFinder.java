package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.vocabulary.validation.ShareSumCheck;

/** Finds contributions whose shares do not add up to the whole, for example to 100 percent. */
public final class ShareSumClueFinder {

    private ShareSumClueFinder() {}

    static Stream<FindingClue> clues(FactState fact) {
        return warning(fact.statement()).stream()
                .map(warning -> FindingClue.of("sum", FindingClue.json().put("warning", warning)));
    }

    /** A warning about the shares of a contribution, for example {@code shares sum to 103}. */
    public static Optional<String> warning(JsonNode statement) {
        var shares = new ArrayList<BigDecimal>();
        statement.path("shares").forEach(share -> shares.add(share.decimalValue()));
        return shares.isEmpty()
                ? Optional.empty()
                : ShareSumCheck.warning(statement.path("unit").asText(), shares);
    }
}
