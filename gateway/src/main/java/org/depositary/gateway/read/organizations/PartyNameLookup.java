package org.depositary.gateway.read.organizations;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.depositary.gateway.read.LanguagePreference;
import org.depositary.vocabulary.parties.PartyLookup;

/**
 * Looks up the names of parties: of states in the vocabulary, of organisations in the register. Each name is looked up
 * once.
 */
public final class PartyNameLookup {

    private final Function<String, Optional<String>> states;
    private final Map<String, String> known = new HashMap<>();

    PartyNameLookup(LanguagePreference languages, Collection<OrganizationState> organizations) {
        states = PartyLookup.names(languages.locale());
        organizations.forEach(organization -> known.put(organization.id(), organization.name(languages)));
    }

    public String of(String code) {
        return known.computeIfAbsent(code, state -> states.apply(state).orElse(state));
    }
}
