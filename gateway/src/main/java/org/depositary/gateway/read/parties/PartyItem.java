package org.depositary.gateway.read.parties;

import org.depositary.gateway.read.LanguagePreference;
import org.depositary.gateway.read.organizations.OrganizationItem;
import org.depositary.vocabulary.parties.Party;

/**
 * A state, a former state or an organisation.
 *
 * @param code canonical code
 * @param url URL of the party
 * @param name the name in the preferred language
 * @param kind {@code state} or {@code organisation}
 * @param memberships URL of its memberships
 * @param timeline URL of its timeline
 * @param figures URL of the figures about it
 * @param findings URL of the findings about facts that name it
 */
public record PartyItem(
        String code,
        String url,
        String name,
        String kind,
        String memberships,
        String timeline,
        String figures,
        String findings) {

    static PartyItem state(Party party, LanguagePreference languages) {
        return of(party.code(), languages.state(party.code()), "state");
    }

    static PartyItem organisation(OrganizationItem organization) {
        return of(organization.id(), organization.name(), "organisation");
    }

    private static PartyItem of(String code, String name, String kind) {
        var url = "/api/parties/" + code;
        return new PartyItem(
                code, url, name, kind, url + "/memberships", url + "/timeline", url + "/figures", url + "/findings");
    }
}
