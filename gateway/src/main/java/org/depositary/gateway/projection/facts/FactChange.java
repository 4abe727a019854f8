package org.depositary.gateway.projection.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Describes what an event changed about its fact: the member {@code factChange} of its data (ADR 53). */
final class FactChange {

    private static final Map<FactEventName.Action, String> ACTIONS = Map.of(
            FactEventName.Action.RECORDED, "recorded",
            FactEventName.Action.CORRECTED, "corrected",
            FactEventName.Action.RETRACTED, "retracted",
            FactEventName.Action.SOURCED, "source-added",
            FactEventName.Action.VERIFIED, "verified",
            FactEventName.Action.CLAIMED, "claimed",
            FactEventName.Action.CLAIM_PREFERRED, "claim-preferred",
            FactEventName.Action.CLAIM_WITHDRAWN, "claim-withdrawn");

    private FactChange() {}

    static ObjectNode of(AppliedEvent applied) {
        var fact = applied.after();
        var difference = StatementDifference.of(applied);
        return JsonNodeFactory.instance
                .objectNode()
                .put("fact", path(fact))
                .put("action", ACTIONS.get(applied.action()))
                .put("stands", fact.stands())
                .<ObjectNode>set("effective", effective(fact))
                .put("recordedAt", applied.event().recordedAt().toString())
                .<ObjectNode>set("before", difference.before())
                .set("after", difference.after());
    }

    /** The URL path of the fact. Null for the coverage of an import set, which has none. */
    private static String path(FactState fact) {
        return fact.kind().equals("import-set-coverage") ? null : "/api/%ss/%s".formatted(fact.kind(), fact.id());
    }

    /** The date from which the statement is true. Null if it has none. */
    private static JsonNode effective(FactState fact) {
        var start = FactPeriod.of(fact).start();
        return start.edtf().isEmpty() ? NullNode.getInstance() : DateJson.of(start);
    }
}
