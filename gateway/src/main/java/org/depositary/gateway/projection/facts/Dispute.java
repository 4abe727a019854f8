package org.depositary.gateway.projection.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.log.LoggedEvent;

/**
 * All claims about a fact on which sources disagree, as JSON: {@code {"preferred": 1, "settled": false, "claims":
 * [{"number", "holds", "value", "sources", "recordedAt", "actor", "withdrawn"}]}}. A curator settles the dispute by
 * preferring a claim; the next claim makes it unsettled again. Claim 1 is the recorded statement, with all fields.
 * {@code value} of another claim has only the fields that differ; it is absent if the claim says that the fact never
 * happened.
 */
public record Dispute(ObjectNode json) {

    private static final String SETTLED = "settled";

    static Dispute about(FactState fact) {
        var json = JsonNodeFactory.instance.objectNode().put("preferred", 1).put(SETTLED, false);
        json.putArray("claims")
                .addObject()
                .put("number", 1)
                .put("holds", true)
                .<ObjectNode>set("value", fact.statement())
                .set("sources", fact.sources());
        return new Dispute(json);
    }

    Dispute claimed(LoggedEvent change) {
        var copy = json.deepCopy().put(SETTLED, false);
        ((ArrayNode) copy.path("claims"))
                .addObject()
                .<ObjectNode>setAll((ObjectNode) change.data().path("claim"))
                .<ObjectNode>set("sources", change.data().path("sources"))
                .setAll(recording(change));
        return new Dispute(copy);
    }

    Dispute preferring(LoggedEvent change) {
        var copy = json.deepCopy();
        return new Dispute(copy.put("preferred", number(change)).put(SETTLED, true));
    }

    Dispute withdrawn(LoggedEvent change) {
        var copy = json.deepCopy();
        var note = recording(change).put("reason", change.data().path("reason").asText());
        claim(copy, number(change)).set("withdrawn", note);
        return new Dispute(copy);
    }

    /** Replaces claim 1, which is the recorded statement. Other claims do not change. */
    Dispute corrected(LoggedEvent change) {
        var copy = json.deepCopy();
        var recorded = claim(copy, 1);
        var value = (ObjectNode) recorded.path("value");
        for (var field : change.data().path("corrected")) {
            var corrected = change.data().get(field.asText());
            if (corrected == null) {
                value.remove(field.asText());
            } else {
                value.set(field.asText(), corrected);
            }
        }
        recorded.set("sources", change.data().path("sources"));
        return new Dispute(copy);
    }

    Dispute sourced(LoggedEvent change) {
        var copy = json.deepCopy();
        ((ArrayNode) claim(copy, preferred()).path("sources"))
                .addAll((ArrayNode) change.data().path("sources"));
        return new Dispute(copy);
    }

    /** The number of the claim that counts. */
    public int preferred() {
        return json.path("preferred").asInt();
    }

    /** The value of a claim. Empty if the claim says that the fact never happened. */
    Optional<ObjectNode> value(int number) {
        return claim(json, number).path("value") instanceof ObjectNode value ? Optional.of(value) : Optional.empty();
    }

    /** Whether the preferred claim says that the fact happened. False if it says that the fact never happened. */
    boolean holds() {
        return claim(json, preferred()).path("holds").asBoolean();
    }

    /** Whether at least two claims are not withdrawn. */
    boolean isOpen() {
        return standing().count() > 1;
    }

    /** Whether at least two claims are not withdrawn and no curator has preferred one of them. */
    public boolean isUnsettled() {
        return isOpen() && !json.path(SETTLED).asBoolean();
    }

    /** The claims that are not withdrawn. */
    public Stream<JsonNode> standing() {
        return claims().filter(claim -> !claim.has("withdrawn"));
    }

    /** The sources of all claims, including withdrawn ones, as JSON objects. */
    Stream<JsonNode> sources() {
        return claims().flatMap(
                        claim -> StreamSupport.stream(claim.path("sources").spliterator(), false));
    }

    private Stream<JsonNode> claims() {
        return StreamSupport.stream(json.path("claims").spliterator(), false);
    }

    private static ObjectNode claim(ObjectNode json, int number) {
        return (ObjectNode) json.path("claims").get(number - 1);
    }

    private static int number(LoggedEvent change) {
        return change.data().path("claim").path("number").asInt();
    }

    private static ObjectNode recording(LoggedEvent change) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("recordedAt", change.recordedAt().toString())
                .put("actor", change.actor());
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
