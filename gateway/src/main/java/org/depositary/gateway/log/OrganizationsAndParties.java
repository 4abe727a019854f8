package org.depositary.gateway.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** The organisations and parties that a change or a fact is about: what filters ask for. */
public record OrganizationsAndParties(Set<String> organizations, Set<String> parties) {

    public static final OrganizationsAndParties NONE = new OrganizationsAndParties(Set.of(), Set.of());

    /** Those named by the stream's id and by what is said: an event or a statement. */
    public static OrganizationsAndParties of(String streamId, JsonNode data) {
        var organizations = new TreeSet<String>();
        var parties = new TreeSet<String>();
        addFromStream(streamId, organizations, parties);
        addText(data.path("organization"), organizations);
        data.path("organizations").forEach(each -> addText(each, organizations));
        addText(data.path("party"), parties);
        for (var participant : data.path("participants")) {
            addText(participant.path("party"), parties);
            addText(participant.path("members-of"), organizations);
        }
        addInstitutional(data, parties);
        return new OrganizationsAndParties(organizations, parties);
    }

    /** Who was there, who held an office, who pays, and who the other one is. */
    private static void addInstitutional(JsonNode data, Set<String> parties) {
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
        }
    }

    private static void addText(JsonNode value, Set<String> to) {
        if (value.isTextual()) {
            to.add(value.textValue());
        }
    }

    /** With what was named before: a correction or a retraction still matches what its stream matched. */
    public OrganizationsAndParties and(OrganizationsAndParties before) {
        var allOrganizations = new TreeSet<>(organizations);
        allOrganizations.addAll(before.organizations);
        var allParties = new TreeSet<>(parties);
        allParties.addAll(before.parties);
        return new OrganizationsAndParties(allOrganizations, allParties);
    }
}
