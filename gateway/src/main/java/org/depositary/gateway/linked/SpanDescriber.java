package org.depositary.gateway.linked;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.fields.ItemJson;
import org.depositary.gateway.read.memberships.MembershipFilter;
import org.depositary.gateway.read.memberships.SpanDetail;
import org.depositary.gateway.read.memberships.TimelineFilter;
import org.depositary.gateway.read.memberships.TimelineItem;
import org.depositary.gateway.read.memberships.TimelineReads;

/** Describes spans of timelines: each is the role of a party in an organisation. */
@ApplicationScoped
class SpanDescriber {

    private final ItemJson json;
    private final ThingAddresses addresses;
    private final ProvenanceDescriber provenance;

    SpanDescriber(ItemJson json, ThingAddresses addresses, ProvenanceDescriber provenance) {
        this.json = json;
        this.addresses = addresses;
        this.provenance = provenance;
    }

    /** @param answer the JSON of the span */
    LinkedNode span(SpanDetail span, JsonNode answer) {
        var node = role(span.item(), answer);
        if (span.retracted().isEmpty()) {
            node.instant("prov:invalidatedAtTime", answer.path("recordedUntil"));
        }
        return provenance.addTo(node, answer);
    }

    Stream<LinkedNode> ofOrganization(String id, Snapshot snapshot) throws SQLException {
        return spans(new MembershipFilter(List.of(id), Optional.empty(), List.of()), snapshot)
                .map(this::role);
    }

    Stream<LinkedNode> ofParty(String code, Snapshot snapshot) throws SQLException {
        return spans(new MembershipFilter(List.of(), Optional.of(code), List.of()), snapshot)
                .map(this::role);
    }

    /** The spans that a membership change began: none if it ended a status, or was retracted. */
    Stream<LinkedNode> openedBy(JsonNode change, Snapshot snapshot) throws SQLException {
        var organization = change.path("organization").asText();
        var url = change.path("url").asText();
        var filter = new MembershipFilter(List.of(organization), JsonFieldReader.text(change, "party"), List.of());
        return spans(filter, snapshot).filter(span -> span.opened().equals(url)).map(this::role);
    }

    private static Stream<TimelineItem> spans(MembershipFilter memberships, Snapshot snapshot) throws SQLException {
        var filter = new TimelineFilter(memberships, false, false);
        return TimelineReads.SPANS.all(snapshot, filter).stream();
    }

    private LinkedNode role(TimelineItem item) {
        var span = json.tree(item);
        return role(item, span).value("depositary:disputed", span.path("disputed"));
    }

    /** @param span the JSON of the item */
    private LinkedNode role(TimelineItem item, JsonNode span) {
        var organization = LinkedNode.of("schema:Organization")
                .id(addresses.organization(item.organization()))
                .text("schema:name", item.organizationName());
        return LinkedNode.of("schema:OrganizationRole", "prov:Entity")
                .id(addresses.of(item.span()))
                .text("schema:roleName", item.status().or(item::candidacy))
                .date("schema:startDate", span.path("since"))
                .date("schema:endDate", span.path("until"))
                .node("schema:member", addresses.party(item.party()).text("schema:name", item.name()))
                .node("schema:memberOf", organization)
                .value("depositary:founding", span.path("founding"))
                .value("depositary:certainty", span.path("certainty"))
                .date("depositary:coveredUntil", span.path("coveredUntil"))
                .node("prov:wasDerivedFrom", LinkedNode.link(addresses.of(item.opened())))
                .node("depositary:endedBy", item.closed().map(addresses::of).map(LinkedNode::link));
    }
}
