package org.depositary.gateway.linked;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.depositary.gateway.read.JsonFieldReader;

/** Describes documents by their metadata, never by their text. Only a passage has its text. */
@ApplicationScoped
class DocumentDescriber {

    private final ThingAddresses addresses;
    private final ProvenanceDescriber provenance;

    DocumentDescriber(ThingAddresses addresses, ProvenanceDescriber provenance) {
        this.addresses = addresses;
        this.provenance = provenance;
    }

    LinkedNode document(JsonNode answer) {
        var url = addresses.of(answer.path("url").asText());
        var node = LinkedNode.of("schema:DigitalDocument", "schema:MediaObject", "prov:Entity")
                .id(url)
                .value("schema:identifier", answer.path("id"))
                .value("schema:name", answer.path("title"))
                .value("dc:creator", answer.path("author"))
                .value("dc:publisher", answer.path("publisher"))
                .value("dcterms:type", answer.path("type"))
                .value("schema:inLanguage", answer.path("language"))
                .date("schema:dateCreated", answer.path("date"))
                .node("schema:locationCreated", Places.of(answer.path("place")))
                .value("schema:conditionsOfAccess", answer.path("rights"))
                .value("schema:encodingFormat", answer.path("mediaType"))
                .value("schema:contentSize", answer.path("bytes"))
                .value("schema:sha256", answer.path("sha256"))
                .value("schema:numberOfPages", answer.path("pages"))
                .nodes("dcterms:hasFormat", sameText(answer));
        if (!answer.has("takenDown")) {
            node.node("schema:contentUrl", LinkedNode.link(url + "/content"));
        }
        provenance.addEnd(node, answer.path("takenDown"));
        return provenance.addTo(node, answer);
    }

    LinkedNode passage(JsonNode answer) {
        return LinkedNode.of("schema:CreativeWork", "prov:Entity")
                .id(addresses.of(answer.path("url").asText()))
                .value("schema:identifier", answer.path("anchor"))
                .value("dcterms:type", answer.path("kind"))
                .value("schema:text", answer.path("text"))
                .value("schema:inLanguage", answer.path("language"))
                .value("schema:pagination", answer.path("page"))
                .node(
                        "schema:isPartOf",
                        LinkedNode.link(addresses.of(answer.path("document").asText())));
    }

    private Stream<LinkedNode> sameText(JsonNode answer) {
        return JsonFieldReader.elements(answer.path("sameTextAs"))
                .map(id -> LinkedNode.link(addresses.document(id.asText())));
    }
}
