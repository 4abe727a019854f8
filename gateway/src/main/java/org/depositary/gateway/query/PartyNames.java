package org.depositary.gateway.query;

import java.util.Map;

/** What parties are called: states by the vocabulary, organisations as it is recorded. */
record PartyNames(Languages languages, Map<String, OrganizationState> organizations) {

    String of(String code) {
        var organization = organizations.get(code);
        return organization == null ? languages.state(code) : organization.name(languages);
    }
}
