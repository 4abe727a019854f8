package org.depositary.membership.imports;

import static org.depositary.membership.imports.ImportRequests.CHANGES;
import static org.depositary.membership.imports.ImportRequests.newSet;
import static org.depositary.membership.imports.ImportRequests.registerOrganization;
import static org.depositary.membership.imports.ImportRequests.sendAndWait;

import java.util.Map;

/** A new organisation and a new set with its membership changes. */
record ChangesSet(String organization, Map<String, String> query) {

    static ChangesSet create() {
        return new ChangesSet(registerOrganization(), Map.of("set", newSet()));
    }

    /** Imports a file with these rows, in which {@code %1$s} stands for the organisation. Returns the URL of the import. */
    String importRows(String rows) {
        return sendAndWait(query, CHANGES + rows.formatted(organization));
    }

    /** The stream of the party's membership. */
    String stream(String party) {
        return "membership:" + organization + "/" + party;
    }
}
