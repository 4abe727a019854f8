package org.depositary.gateway.projection.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.Change;

/**
 * A fact as its stream tells it up to some event.
 *
 * @param kind of fact, {@code membership-change}
 * @param id within its kind, as in its URL
 * @param statement what is said, without id and sources; dates as EDTF
 * @param retracted {@code {"reason", "recordedAt", "actor"}} once it is
 * @param firstSeq place in the change log where it was recorded: the recording order
 */
public record Fact(
        String kind,
        String id,
        ObjectNode statement,
        ArrayNode sources,
        Optional<ObjectNode> retracted,
        long firstSeq) {

    private static final Set<String> NOT_STATED = Set.of("id", "sources", "corrected", "reason");

    static Fact recorded(String kind, Change change) {
        return new Fact(kind, id(change), statement(change), sources(change), Optional.empty(), change.seq());
    }

    static String id(Change change) {
        return change.data().path("id").asText();
    }

    Fact corrected(Change change) {
        return new Fact(kind, id, statement(change), sources(change), retracted, firstSeq);
    }

    Fact sourced(Change change) {
        return new Fact(kind, id, statement, sources.deepCopy().addAll(sources(change)), retracted, firstSeq);
    }

    Fact retracted(Change change) {
        var note = JsonNodeFactory.instance
                .objectNode()
                .put("reason", change.data().path("reason").asText())
                .put("recordedAt", change.recordedAt().toString())
                .put("actor", change.actor());
        return new Fact(kind, id, statement, sources, Optional.of(note), firstSeq);
    }

    public boolean stands() {
        return retracted.isEmpty();
    }

    /** The text of a field of the statement. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(statement.get(field))
                .filter(value -> !value.isNull())
                .map(JsonNode::asText);
    }

    /** The ids of the documents it cites. */
    List<String> cited() {
        return StreamSupport.stream(sources.spliterator(), false)
                .map(source -> source.path("document").asText(""))
                .filter(document -> !document.isEmpty())
                .distinct()
                .toList();
    }

    private static ObjectNode statement(Change change) {
        // Its fields are shared with the change: nobody alters either.
        var statement = JsonNodeFactory.instance.objectNode();
        change.data().properties().stream()
                .filter(field -> !NOT_STATED.contains(field.getKey()))
                .forEach(field -> statement.set(field.getKey(), field.getValue()));
        return statement;
    }

    private static ArrayNode sources(Change change) {
        return change.data().path("sources") instanceof ArrayNode sources
                ? sources
                : JsonNodeFactory.instance.arrayNode();
    }
}
