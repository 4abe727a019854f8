package org.depositary.gateway.linked;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.depositary.gateway.read.JsonFieldReader;

/** Describes the sources of facts: quoted passages of our documents, and references outside the register. */
@ApplicationScoped
class SourceDescriber {

    /** Sources can have texts as URI that no program accepts as one. */
    private static final Pattern ABSOLUTE = Pattern.compile("(?:https?|urn|doi|info):[^\\s<>\"{}|\\\\^`]+");

    private final ThingAddresses addresses;

    SourceDescriber(ThingAddresses addresses) {
        this.addresses = addresses;
    }

    Stream<LinkedNode> all(JsonNode sources) {
        return JsonFieldReader.elements(sources).map(this::one);
    }

    private LinkedNode one(JsonNode source) {
        var node = LinkedNode.of("prov:Entity", "schema:CreativeWork")
                .value("schema:name", source.path("title"))
                .value("dc:creator", source.path("author"))
                .edtf("schema:datePublished", source.path("published"))
                .value("bibo:locator", source.path("locator"))
                .value("schema:text", source.path("quote"))
                .edtf("dcterms:temporal", source.path("covers"));
        JsonFieldReader.text(source, "document").ifPresent(document -> addPassage(node, source, document));
        JsonFieldReader.text(source, "uri").ifPresent(uri -> addUri(node, uri));
        return node;
    }

    /** The place of the quote in the current text counts, because its address answers. */
    private void addPassage(LinkedNode node, JsonNode source, String document) {
        node.node("schema:isPartOf", LinkedNode.link(addresses.document(document)));
        JsonFieldReader.text(source, "currentAnchor")
                .or(() -> JsonFieldReader.text(source, "anchor"))
                .ifPresent(anchor ->
                        node.node("prov:wasQuotedFrom", LinkedNode.link(addresses.passage(document, anchor))));
    }

    private static void addUri(LinkedNode node, String uri) {
        if (ABSOLUTE.matcher(uri).matches()) {
            node.node("schema:url", LinkedNode.link(uri));
        } else {
            node.text("schema:identifier", uri);
        }
    }
}
