package org.depositary.gateway.linked;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.fields.ItemJson;
import org.depositary.gateway.read.instruments.StandingFilter;
import org.depositary.gateway.read.instruments.StandingItem;
import org.depositary.gateway.read.instruments.StandingReads;
import org.depositary.vocabulary.dates.Certainty;
import org.depositary.vocabulary.dates.PartialDate;

/** Describes instruments as legislation, with the parties that are bound on the day of the read. */
@ApplicationScoped
class InstrumentDescriber {

    private final ItemJson json;
    private final ThingAddresses addresses;
    private final ProvenanceDescriber provenance;

    InstrumentDescriber(ItemJson json, ThingAddresses addresses, ProvenanceDescriber provenance) {
        this.json = json;
        this.addresses = addresses;
        this.provenance = provenance;
    }

    LinkedNode instrument(JsonNode answer, Snapshot snapshot) throws SQLException {
        var dates = answer.path("dates");
        var inForce = dates.hasNonNull("inForce")
                ? dates.path("inForce")
                : answer.path("inForceRule").path("inForce");
        var node = LinkedNode.of("schema:Legislation", "prov:Entity")
                .id(addresses.of(answer.path("url").asText()))
                .value("schema:identifier", answer.path("id"))
                .languages("schema:name", answer.path("names"))
                .value("schema:alternateName", answer.path("acronym"))
                .value("schema:legislationType", answer.path("type"))
                .value("schema:description", answer.path("note"))
                .date("schema:legislationDate", dates.path(dates.hasNonNull("adopted") ? "adopted" : "signed"))
                .date("eli:first_date_entry_in_force", inForce)
                .date("eli:date_no_longer_in_force", dates.path("terminated"))
                .node("schema:legislationLegalForce", force(inForce, dates.path("terminated"), snapshot.day()))
                .node("schema:locationCreated", Places.of(answer.path("place")));
        addParties(node, answer);
        var bound = new StandingFilter(JsonFieldReader.text(answer, "id"), Optional.empty(), List.of());
        node.nodes(
                "schema:legislationPassedBy",
                StandingReads.PARTIES.all(snapshot, bound).stream().map(this::role));
        JsonFieldReader.elements(answer.path("documents"))
                .forEach(id -> node.node("schema:workExample", LinkedNode.link(addresses.document(id.asText()))));
        return provenance.addTo(node, answer);
    }

    private void addParties(LinkedNode node, JsonNode answer) {
        JsonFieldReader.elements(answer.path("parties"))
                .forEach(code -> node.node("schema:legislationPassedBy", addresses.party(code.asText())));
        JsonFieldReader.elements(answer.path("organizations"))
                .forEach(id -> node.node("schema:legislationResponsible", addresses.party(id.asText())));
    }

    /** Whether it is in force on the day. Empty if that is only possible, or the date is unknown. */
    private static Optional<LinkedNode> force(JsonNode inForce, JsonNode terminated, LocalDate day) {
        return date(inForce).flatMap(start -> {
            var certainty = Certainty.onDay(day, start, date(terminated));
            return certainty.isEmpty()
                    ? Optional.of(LinkedNode.link("schema:NotInForce"))
                    : certainty.filter(Certainty.CERTAIN::equals).map(sure -> LinkedNode.link("schema:InForce"));
        });
    }

    private static Optional<PartialDate> date(JsonNode date) {
        return JsonFieldReader.text(date, "edtf")
                .map(edtf -> new PartialDate(
                        edtf,
                        JsonFieldReader.text(date, "earliest").map(LocalDate::parse),
                        JsonFieldReader.text(date, "latest").map(LocalDate::parse),
                        date.path("uncertain").asBoolean()));
    }

    private LinkedNode role(StandingItem standing) {
        var item = json.tree(standing);
        return LinkedNode.of("schema:Role")
                .text("schema:roleName", standing.status())
                .node(
                        "schema:legislationPassedBy",
                        addresses.party(standing.party()).text("schema:name", standing.name()))
                .date("schema:startDate", item.path("since"))
                .date("schema:endDate", item.path("until"))
                .text("depositary:certainty", standing.certainty())
                .value("depositary:disputed", item.path("disputed"))
                .node("prov:wasDerivedFrom", LinkedNode.link(addresses.of(standing.change())));
    }
}
