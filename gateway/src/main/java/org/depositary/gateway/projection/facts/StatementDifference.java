package org.depositary.gateway.projection.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Optional;

/**
 * What an event changed in a statement. A field that is absent on one side is null there.
 *
 * @param before the earlier values; null if nothing stood before
 * @param after the later values; null if nothing stands any more
 */
record StatementDifference(JsonNode before, JsonNode after) {

    private static final JsonNode NOTHING = NullNode.getInstance();

    static StatementDifference of(AppliedEvent applied) {
        var after = applied.after();
        return applied.before()
                .map(before -> switch (applied.action()) {
                    case RECORDED -> recorded(after);
                    case CORRECTED -> corrected(before, after);
                    case RETRACTED -> new StatementDifference(before.stands() ? before.statement() : NOTHING, NOTHING);
                    case SOURCED, VERIFIED -> sourced(applied.event().data());
                    case CLAIMED -> claimed(before, applied.event().data().path("claim"));
                    case CLAIM_PREFERRED -> preferred(before, after);
                    case CLAIM_WITHDRAWN ->
                        withdrawn(before, applied.event().data().path("claim"));
                })
                .orElseGet(() -> recorded(after));
    }

    private static StatementDifference recorded(FactState after) {
        return new StatementDifference(NOTHING, after.statement());
    }

    /** A correction corrects the recorded statement, even if another claim is preferred. */
    private static StatementDifference corrected(FactState before, FactState after) {
        return between(before.recordedStatement(), after.recordedStatement());
    }

    private static StatementDifference sourced(JsonNode data) {
        return new StatementDifference(NOTHING, field("sources", data.path("sources")));
    }

    /** The claimed values against the stated ones. Without a value, the claim says that the fact never happened. */
    private static StatementDifference claimed(FactState before, JsonNode claim) {
        if (!(claim.path("value") instanceof ObjectNode claimed)) {
            return new StatementDifference(before.statement(), NOTHING);
        }
        var stated = JsonNodeFactory.instance.objectNode();
        claimed.fieldNames().forEachRemaining(name -> stated.set(name, orNull(before.statement(), name)));
        return new StatementDifference(stated, claimed);
    }

    private static StatementDifference preferred(FactState before, FactState after) {
        if (before.stands() && after.stands()) {
            return between(before.statement(), after.statement());
        }
        return new StatementDifference(
                before.stands() ? before.statement() : NOTHING, after.stands() ? after.statement() : NOTHING);
    }

    private static StatementDifference withdrawn(FactState before, JsonNode claim) {
        var value = before.dispute()
                .flatMap(claims -> claims.value(claim.path("number").asInt()));
        return new StatementDifference(value.map(JsonNode.class::cast).orElse(NOTHING), NOTHING);
    }

    private static StatementDifference between(ObjectNode before, ObjectNode after) {
        var names = new LinkedHashSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        var earlier = JsonNodeFactory.instance.objectNode();
        var later = JsonNodeFactory.instance.objectNode();
        for (var name : names) {
            if (!orNull(before, name).equals(orNull(after, name))) {
                earlier.set(name, orNull(before, name));
                later.set(name, orNull(after, name));
            }
        }
        return new StatementDifference(earlier, later);
    }

    private static JsonNode field(String name, JsonNode value) {
        return JsonNodeFactory.instance.objectNode().set(name, value);
    }

    private static JsonNode orNull(ObjectNode statement, String field) {
        return Optional.ofNullable(statement.get(field)).orElse(NOTHING);
    }
}
