package org.depositary.gateway.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** The organisations and parties that an event or a fact names. Filters compare them. */
public record OrganizationsAndParties(Set<String> organizations, Set<String> parties) {

    public static final OrganizationsAndParties NONE = new OrganizationsAndParties(Set.of(), Set.of());

    /** Collects them from the stream id and from the data of an event or the statement of a fact. */
    public static OrganizationsAndParties of(String streamId, JsonNode data) {
        var organizations = new TreeSet<String>();
        var parties = new TreeSet<String>();
        addFromStream(streamId, organizations, parties);
        addText(data.path("organization"), organizations);
        data.path("organizations").forEach(each -> addText(each, organizations));
        addText(data.path("party"), parties);
        addText(data.path("members-of"), organizations);
        data.path("parties").forEach(each -> addText(each, parties));
        for (var participant : data.path("participants")) {
            addText(participant.path("party"), parties);
            addText(participant.path("members-of"), organizations);
        }
        addFromInstitutionalFact(data, parties);
        return new OrganizationsAndParties(organizations, parties);
    }

    /**
     * Adds the parties of an institutional fact: attendance of meetings, shares of contributions, the holder of a
     * term, the other side of a relation.
     */
    private static void addFromInstitutionalFact(JsonNode data, Set<String> parties) {
        data.path("attendance").forEach(present -> addText(present.path("party"), parties));
        data.path("shares").fieldNames().forEachRemaining(parties::add);
        addText(data.path("holder").path("country"), parties);
        addText(data.path("with"), parties);
    }

    private static void addFromStream(String streamId, Set<String> organizations, Set<String> parties) {
        var id = streamId.substring(streamId.indexOf(':') + 1);
        if (streamId.startsWith("organization:")) {
            organizations.add(id);
        } else if (streamId.startsWith("membership:") && id.contains("/")) {
            organizations.add(id.substring(0, id.indexOf('/')));
            parties.add(id.substring(id.indexOf('/') + 1));
        } else if (streamId.startsWith("act:") && id.contains("/")) {
            parties.add(id.substring(id.indexOf('/') + 1));
        }
    }

    private static void addText(JsonNode value, Set<String> to) {
        if (value.isTextual()) {
            to.add(value.textValue());
        }
    }

    /**
     * The union of both sets. Used so that a correction or retraction matches the same filters as the earlier events
     * of its stream.
     */
    public OrganizationsAndParties and(OrganizationsAndParties other) {
        var allOrganizations = new TreeSet<>(organizations);
        allOrganizations.addAll(other.organizations);
        var allParties = new TreeSet<>(parties);
        allParties.addAll(other.parties);
        return new OrganizationsAndParties(allOrganizations, allParties);
    }
}
