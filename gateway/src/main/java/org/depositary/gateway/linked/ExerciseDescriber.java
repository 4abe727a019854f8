package org.depositary.gateway.linked;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.read.JsonFieldReader;

/** Describes exercises, operations and observation missions as events. */
@ApplicationScoped
class ExerciseDescriber {

    private static final Map<String, String> BY_ROLE = Map.of(
            "host", "schema:organizer",
            "participant", "schema:contributor",
            "planner", "schema:contributor",
            "observer", "schema:attendee",
            "monitor", "schema:attendee");

    private final ThingAddresses addresses;
    private final ProvenanceDescriber provenance;

    ExerciseDescriber(ThingAddresses addresses, ProvenanceDescriber provenance) {
        this.addresses = addresses;
        this.provenance = provenance;
    }

    LinkedNode exercise(JsonNode answer) {
        var node = LinkedNode.of("schema:Event", "prov:Entity")
                .id(addresses.of(answer.path("url").asText()))
                .value("schema:name", answer.path("label"))
                .value("dcterms:type", answer.path("kind"))
                .node("schema:eventStatus", LinkedNode.link(status(answer)))
                .value("depositary:status", answer.path("status"))
                .date("schema:startDate", answer.path("dates").path("start"))
                .date("schema:endDate", answer.path("dates").path("end"))
                .value("depositary:certainty", answer.path("certainty"))
                .nodes(
                        "schema:organizer",
                        JsonFieldReader.elements(answer.path("organizations")).map(id -> addresses.party(id.asText())))
                .nodes(
                        "schema:subEvent",
                        JsonFieldReader.elements(answer.path("phases")).map(this::phase));
        addSeries(node, answer);
        JsonFieldReader.elements(answer.path("phases"))
                .forEach(phase -> node.node("schema:location", Places.of(phase.path("place"))));
        JsonFieldReader.elements(answer.path("participants")).forEach(one -> addParticipant(node, one));
        JsonFieldReader.elements(answer.path("participantsOnOtherDays")).forEach(one -> addParticipant(node, one));
        addLinks(node, answer);
        return provenance.addTo(node, answer);
    }

    /** schema.org has no status of an event that takes place or is over: both are scheduled. */
    private static String status(JsonNode answer) {
        return answer.path("status").asText().equals("cancelled") ? "schema:EventCancelled" : "schema:EventScheduled";
    }

    private static void addSeries(LinkedNode node, JsonNode answer) {
        JsonFieldReader.text(answer, "series")
                .ifPresent(series -> node.node(
                        "schema:superEvent", LinkedNode.of("schema:EventSeries").text("schema:name", series)));
    }

    private LinkedNode phase(JsonNode phase) {
        var node = LinkedNode.of("schema:Event")
                .node("schema:location", Places.of(phase.path("place")))
                .date("schema:startDate", phase.path("dates").path("start"))
                .date("schema:endDate", phase.path("dates").path("end"))
                .value("schema:description", phase.path("note"));
        JsonFieldReader.text(phase, "url").ifPresent(url -> node.id(addresses.of(url)));
        return node;
    }

    /** By the role pattern of schema.org, the role has the same property as the event. */
    private void addParticipant(LinkedNode exercise, JsonNode participant) {
        var property = BY_ROLE.getOrDefault(participant.path("role").asText(), "schema:contributor");
        var role = LinkedNode.of("schema:Role")
                .value("schema:roleName", participant.path("role"))
                .node(property, party(participant))
                .date("schema:startDate", participant.path("joined"))
                .date("schema:endDate", participant.path("left"))
                .value("schema:description", participant.path("note"))
                .node("depositary:strength", strength(participant.path("strength")));
        JsonFieldReader.text(participant, "url")
                .ifPresent(url -> role.node("prov:wasDerivedFrom", LinkedNode.link(addresses.of(url))));
        exercise.node(property, role);
    }

    private LinkedNode party(JsonNode participant) {
        var code = JsonFieldReader.text(participant, "party").or(() -> JsonFieldReader.text(participant, "members-of"));
        return addresses.party(code.orElseThrow()).value("schema:name", participant.path("name"));
    }

    private static Optional<LinkedNode> strength(JsonNode strength) {
        return Optional.of(strength).filter(JsonNode::isObject).map(reported -> LinkedNode.of(
                        "schema:QuantitativeValue")
                .value("schema:minValue", reported.path("min"))
                .value("schema:maxValue", reported.path("max"))
                .text("schema:unitText", "persons"));
    }

    private void addLinks(LinkedNode node, JsonNode answer) {
        JsonFieldReader.text(answer.path("legalBasis"), "instrumentUrl")
                .ifPresent(url -> node.node("dcterms:references", LinkedNode.link(addresses.of(url))));
        JsonFieldReader.elements(answer.path("merged"))
                .forEach(record -> node.node(
                        "dcterms:replaces",
                        LinkedNode.link(addresses.of(record.path("url").asText()))));
    }
}
