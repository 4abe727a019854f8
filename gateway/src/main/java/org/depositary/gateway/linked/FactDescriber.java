package org.depositary.gateway.linked;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.facts.FactDetail;
import org.depositary.gateway.read.fields.ItemJson;

/** Describes single facts. Each has its whole statement as one literal; membership changes are actions too. */
@ApplicationScoped
class FactDescriber {

    private static final Map<String, String> ACTIONS = Map.of(
            "accession", "schema:JoinAction",
            "withdrawal", "schema:LeaveAction",
            "expulsion", "schema:LeaveAction",
            "lapse", "schema:LeaveAction");

    private final ItemJson json;
    private final ThingAddresses addresses;
    private final SpanDescriber spans;
    private final ProvenanceDescriber provenance;

    FactDescriber(ItemJson json, ThingAddresses addresses, SpanDescriber spans, ProvenanceDescriber provenance) {
        this.json = json;
        this.addresses = addresses;
        this.spans = spans;
        this.provenance = provenance;
    }

    /** @param answer the JSON of the fact */
    LinkedNode fact(FactDetail fact, JsonNode answer, Snapshot snapshot) throws SQLException {
        var node = fact.item().fact().equals("membership-change")
                ? membershipChange(answer, snapshot)
                : about(LinkedNode.of("prov:Entity"), answer);
        node.id(addresses.of(fact.item().url()))
                .text("dcterms:type", fact.item().fact())
                .json("prov:value", json.tree(fact.item().statement()));
        JsonFieldReader.elements(answer.path("instrumentUrls"))
                .forEach(url -> node.node("dcterms:references", LinkedNode.link(addresses.of(url.asText()))));
        return provenance.addTo(node, answer);
    }

    private LinkedNode membershipChange(JsonNode answer, Snapshot snapshot) throws SQLException {
        var change = answer.path("change").asText();
        return LinkedNode.of(ACTIONS.getOrDefault(change, "schema:Action"), "prov:Entity")
                .text("schema:name", change)
                .node("schema:agent", addresses.party(answer.path("party").asText()))
                .node(
                        "schema:object",
                        LinkedNode.link(addresses.organization(
                                answer.path("organization").asText())))
                .date("schema:startTime", answer.path("effective"))
                .nodes("schema:result", spans.openedBy(answer, snapshot));
    }

    /** Links the fact to what it is about. The names of fields decide, because facts of many kinds have them. */
    private LinkedNode about(LinkedNode node, JsonNode answer) {
        JsonFieldReader.text(answer, "organization")
                .ifPresent(id -> node.node("schema:about", LinkedNode.link(addresses.organization(id))));
        JsonFieldReader.text(answer, "party").ifPresent(code -> node.node("schema:about", addresses.party(code)));
        JsonFieldReader.text(answer, "exercise")
                .ifPresent(id -> node.node("schema:about", LinkedNode.link(addresses.of("/api/exercises/" + id))));
        return node.date("dcterms:date", answer.path("effective"))
                .date("dcterms:date", answer.path("date"))
                .date("schema:startDate", answer.path("from"))
                .date("schema:endDate", answer.path("to"));
    }
}
