package org.depositary.gateway.projection.facts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A row of table {@code fact}: one version of a fact. A version is valid from one event of the fact to the next. */
public record FactRow(
        String kind,
        String id,
        String streamId,
        Optional<String> organization,
        Optional<String> party,
        ObjectNode statement,
        ArrayNode sources,
        Optional<Dispute> dispute,
        Optional<ObjectNode> retracted,
        List<String> cited,
        long firstSeq) {

    private static final String ORGANIZATION = "organization:";

    static FactRow of(String streamId, FactState fact) {
        return new FactRow(
                fact.kind(),
                fact.id(),
                streamId,
                organization(streamId, fact),
                fact.text("party"),
                fact.statement(),
                fact.sources(),
                fact.dispute(),
                fact.retracted(),
                fact.cited(),
                fact.firstSeq());
    }

    private static Optional<String> organization(String streamId, FactState fact) {
        return streamId.startsWith(ORGANIZATION)
                ? Optional.of(streamId.substring(ORGANIZATION.length()))
                : fact.text("organization");
    }
}
