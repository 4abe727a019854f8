package org.depositary.gateway.linked;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.depositary.gateway.read.JsonFieldReader;

/** Adds to a thing who recorded it when, from which sources, its versions, its claims and its retraction (PROV-O). */
@ApplicationScoped
class ProvenanceDescriber {

    /** In the types of events that only say that a source was checked. */
    private static final String VERIFIED = "-verified.v";

    private final ThingAddresses addresses;
    private final SourceDescriber sources;

    ProvenanceDescriber(ThingAddresses addresses, SourceDescriber sources) {
        this.addresses = addresses;
        this.sources = sources;
    }

    /** @param answer our JSON about the thing, with its recordings */
    LinkedNode addTo(LinkedNode thing, JsonNode answer) {
        var path = answer.path("url").asText();
        addRecording(thing, answer.path("recordings").path(0));
        addVersions(thing, path, answer.path("recordings"));
        thing.nodes("prov:wasDerivedFrom", sources.all(answer.path("sources")))
                .instant("depositary:lastVerified", answer.path("lastVerified").path("at"))
                .value("depositary:disputed", answer.path("disputed"))
                .value("depositary:holds", answer.path("holds"))
                .nodes(
                        "depositary:claim",
                        JsonFieldReader.elements(answer.path("claims")).map(claim -> claim(claim, path)));
        addEnd(thing, answer.path("retracted"));
        return thing;
    }

    /** The end of a thing that was retracted, withdrawn or taken down. */
    void addEnd(LinkedNode thing, JsonNode note) {
        thing.instant("prov:invalidatedAtTime", note.path("recordedAt"));
        if (note.isObject()) {
            var activity = LinkedNode.of("prov:Activity")
                    .value("schema:description", note.path("reason"))
                    .instant("prov:endedAtTime", note.path("recordedAt"))
                    .node("prov:wasAssociatedWith", actor(note));
            thing.node("prov:wasInvalidatedBy", activity);
        }
    }

    private LinkedNode addRecording(LinkedNode thing, JsonNode recording) {
        return thing.instant("prov:generatedAtTime", recording.path("recordedAt"))
                .node("prov:wasAttributedTo", actor(recording));
    }

    private Optional<LinkedNode> actor(JsonNode recording) {
        return JsonFieldReader.text(recording, "actor").map(addresses::actor);
    }

    /** Each event made a version, whose address answers for ever. A verification changes nothing. */
    private void addVersions(LinkedNode thing, String path, JsonNode recordings) {
        var earlier = Optional.<String>empty();
        for (var recording : recordings) {
            if (recording.path("type").asText().contains(VERIFIED)) {
                continue;
            }
            var id = addresses.version(path, recording.path("recordedAt").asText());
            thing.node(
                    "dcterms:hasVersion",
                    addRecording(LinkedNode.of("prov:Entity").id(id), recording)
                            .value("schema:version", recording.path("version"))
                            .node("prov:specializationOf", LinkedNode.link(addresses.of(path)))
                            .node("prov:wasRevisionOf", earlier.map(LinkedNode::link)));
            earlier = Optional.of(id);
        }
    }

    private LinkedNode claim(JsonNode claim, String path) {
        var node = addRecording(LinkedNode.of("prov:Entity"), claim)
                .id(addresses.of(claim.path("url").asText()))
                .node("prov:alternateOf", LinkedNode.link(addresses.of(path)))
                .value("depositary:preferred", claim.path("preferred"))
                .value("depositary:holds", claim.path("holds"))
                .nodes("prov:wasDerivedFrom", sources.all(claim.path("sources")));
        JsonFieldReader.node(claim, "value").ifPresent(value -> node.json("prov:value", value));
        addEnd(node, claim.path("withdrawn"));
        return node;
    }
}
