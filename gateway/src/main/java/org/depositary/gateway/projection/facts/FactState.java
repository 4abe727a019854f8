package org.depositary.gateway.projection.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.log.LoggedEvent;

/**
 * The state of a fact after some event of its stream.
 *
 * @param kind kind of fact, for example {@code membership-change}
 * @param id id within its kind, as in its URL
 * @param statement the fact's fields without id and sources; dates are EDTF
 * @param dispute all claims, if the fact has several
 * @param retracted {@code {"reason", "recordedAt", "actor"}} if the fact is retracted
 * @param firstSeq position in the change log of the event that recorded the fact
 */
public record FactState(
        String kind,
        String id,
        ObjectNode statement,
        ArrayNode sources,
        Optional<Dispute> dispute,
        Optional<ObjectNode> retracted,
        long firstSeq) {

    private static final Set<String> NOT_STATED = Set.of("id", "sources", "corrected", "reason", "claim");

    static FactState recorded(String kind, LoggedEvent change) {
        return new FactState(
                kind, id(change), stated(change), sourcesOf(change), Optional.empty(), Optional.empty(), change.seq());
    }

    static String id(LoggedEvent change) {
        return change.data().path("id").asText();
    }

    FactState corrected(LoggedEvent change) {
        boolean recordedIsPreferred = dispute.map(Dispute::preferred).orElse(1) == 1;
        return new FactState(
                kind,
                id,
                stated(change),
                recordedIsPreferred ? sourcesOf(change) : sources,
                dispute.map(claims -> claims.corrected(change)),
                retracted,
                firstSeq);
    }

    FactState sourced(LoggedEvent change) {
        var all = sources.deepCopy().addAll(sourcesOf(change));
        return new FactState(
                kind, id, statement, all, dispute.map(claims -> claims.sourced(change)), retracted, firstSeq);
    }

    FactState claimed(LoggedEvent change) {
        return with(dispute.orElseGet(() -> Dispute.about(this)).claimed(change));
    }

    FactState preferring(LoggedEvent change) {
        var preferring = dispute.map(claims -> claims.preferring(change));
        return new FactState(kind, id, stated(change), sourcesOf(change), preferring, retracted, firstSeq);
    }

    FactState withdrawn(LoggedEvent change) {
        return with(dispute.orElseThrow().withdrawn(change));
    }

    private FactState with(Dispute claims) {
        return new FactState(kind, id, statement, sources, Optional.of(claims), retracted, firstSeq);
    }

    FactState retracted(LoggedEvent change) {
        var note = JsonNodeFactory.instance
                .objectNode()
                .put("reason", change.data().path("reason").asText())
                .put("recordedAt", change.recordedAt().toString())
                .put("actor", change.actor());
        return new FactState(kind, id, statement, sources, dispute, Optional.of(note), firstSeq);
    }

    /** What was recorded and corrected, even if another claim is preferred. */
    ObjectNode recordedStatement() {
        return dispute.flatMap(claims -> claims.value(1)).orElse(statement);
    }

    /** Whether the fact counts: it is not retracted, and its preferred claim says that it happened. */
    public boolean stands() {
        return retracted.isEmpty() && dispute.map(Dispute::holds).orElse(true);
    }

    /** Whether at least two claims of the fact are not withdrawn. */
    public boolean isDisputed() {
        return dispute.map(Dispute::isOpen).orElse(false);
    }

    /** The text in a field of the statement. Empty if the field is absent. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(statement.get(field))
                .filter(value -> !value.isNull())
                .map(JsonNode::asText);
    }

    /** The sources of the fact and of all its claims. */
    public Stream<JsonNode> allSources() {
        return dispute.map(Dispute::sources).orElseGet(() -> StreamSupport.stream(sources.spliterator(), false));
    }

    /** The ids of all documents that the fact or any of its claims cites. */
    List<String> cited() {
        return allSources()
                .map(source -> source.path("document").asText(""))
                .filter(document -> !document.isEmpty())
                .distinct()
                .toList();
    }

    private static ObjectNode stated(LoggedEvent change) {
        // The copy is shallow: field values are shared with the event. This is safe, because neither is ever modified.
        var statement = JsonNodeFactory.instance.objectNode();
        change.data().properties().stream()
                .filter(field -> !NOT_STATED.contains(field.getKey()))
                .forEach(field -> statement.set(field.getKey(), field.getValue()));
        return statement;
    }

    private static ArrayNode sourcesOf(LoggedEvent change) {
        return change.data().path("sources") instanceof ArrayNode sources
                ? sources
                : JsonNodeFactory.instance.arrayNode();
    }
}
