package org.depositary.gateway.linked;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.gateway.read.Snapshot;

/** Describes organisations and parties, with all spans of their memberships. */
@ApplicationScoped
class OrganizationDescriber {

    private final ThingAddresses addresses;
    private final SourceDescriber sources;
    private final SpanDescriber spans;
    private final ProvenanceDescriber provenance;

    OrganizationDescriber(
            ThingAddresses addresses, SourceDescriber sources, SpanDescriber spans, ProvenanceDescriber provenance) {
        this.addresses = addresses;
        this.sources = sources;
        this.spans = spans;
        this.provenance = provenance;
    }

    LinkedNode organization(JsonNode answer, Snapshot snapshot) throws SQLException {
        var id = answer.path("id").asText();
        var node = LinkedNode.of("schema:Organization", "prov:Entity")
                .id(addresses.organization(id))
                .text("schema:identifier", id)
                .languages("schema:name", answer.path("names"))
                .value("schema:alternateName", answer.path("acronym"))
                .date("schema:foundingDate", answer.path("founded"))
                .date("schema:dissolutionDate", answer.path("dissolved"))
                .node("schema:location", Places.of(answer.path("seat")))
                .nodes("dcterms:replaces", links(Stream.of(answer.path("predecessor"))))
                .nodes("dcterms:isReplacedBy", links(JsonFieldReader.elements(answer.path("successors"))))
                .nodes("schema:member", spans.ofOrganization(id, snapshot))
                .nodes(
                        "schema:subjectOf",
                        JsonFieldReader.elements(answer.path("changes")).map(this::change));
        return provenance.addTo(node, answer);
    }

    private Stream<LinkedNode> links(Stream<JsonNode> organizations) {
        return organizations
                .filter(JsonNode::isTextual)
                .map(id -> LinkedNode.link(addresses.organization(id.asText())));
    }

    private LinkedNode change(JsonNode change) {
        return LinkedNode.of("schema:Event", "prov:Entity")
                .id(addresses.of(change.path("url").asText()))
                .date("schema:startDate", change.path("effective"))
                .value("depositary:certainty", change.path("certainty"))
                .value("depositary:disputed", change.path("disputed"))
                .nodes("prov:wasDerivedFrom", sources.all(change.path("sources")));
    }

    LinkedNode party(JsonNode answer, Snapshot snapshot) throws SQLException {
        var code = answer.path("code").asText();
        return addresses
                .party(code)
                .text("schema:identifier", code)
                .languages("schema:name", answer.path("names"))
                .nodes(
                        "schema:identifier",
                        JsonFieldReader.elements(answer.path("codes")).map(this::code))
                .date("schema:foundingDate", answer.path("from"))
                .date("schema:dissolutionDate", answer.path("until"))
                .nodes("dcterms:replaces", parties(answer.path("predecessors")))
                .nodes("dcterms:isReplacedBy", parties(answer.path("successors")))
                .nodes("schema:memberOf", spans.ofParty(code, snapshot));
    }

    private Stream<LinkedNode> parties(JsonNode codes) {
        return JsonFieldReader.elements(codes).map(code -> addresses.party(code.asText()));
    }

    private LinkedNode code(JsonNode code) {
        return LinkedNode.of("schema:PropertyValue")
                .value("schema:propertyID", code.path("scheme"))
                .value("schema:value", code.path("code"))
                .date("schema:validFrom", code.path("from"))
                .date("schema:validThrough", code.path("until"));
    }
}
