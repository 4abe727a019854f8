package org.depositary.gateway.query;

import org.depositary.vocabulary.Party;

/**
 * A state, a former state or an organisation.
 *
 * @param code canonical
 * @param name in the language asked for
 * @param kind {@code state} or {@code organisation}
 */
record PartyItem(
        String code, String url, String name, String kind, String memberships, String timeline, String figures) {

    static PartyItem state(Party party, Languages languages) {
        return of(party.code(), languages.state(party.code()), "state");
    }

    static PartyItem organisation(Organization organization) {
        return of(organization.id(), organization.name(), "organisation");
    }

    private static PartyItem of(String code, String name, String kind) {
        var url = "/api/parties/" + code;
        return new PartyItem(code, url, name, kind, url + "/memberships", url + "/timeline", url + "/figures");
    }
}
