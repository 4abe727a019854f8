package org.depositary.gateway.read.parties;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.gateway.read.LanguagePreference;
import org.depositary.gateway.read.organizations.OrganizationItem;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.FormerState;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyCode;
import org.depositary.vocabulary.parties.PartyLookup;

/**
 * A party with all its names and codes, its predecessors and its successors.
 *
 * @param names by BCP 47 language code, in every language that is known
 * @param aliases further names: short, official, former and foreign ones
 * @param codes the codes of a state in several lists
 * @param from when the party began; known only for former states and organisations
 * @param until the first day on which the party no longer existed
 * @param predecessors former states whose territory became part of the party; for an organisation, the one that it
 *     continues
 * @param successors parties that name this one as predecessor
 */
public record PartyDetail(
        @JsonUnwrapped PartyItem party,
        Map<String, String> names,
        List<String> aliases,
        List<Code> codes,
        @JsonInclude(Include.ALWAYS) Optional<EffectiveDate> from,
        @JsonInclude(Include.ALWAYS) Optional<EffectiveDate> until,
        List<String> predecessors,
        List<String> successors) {

    /**
     * A code of a state.
     *
     * @param scheme {@code iso-3166-1-alpha-2}, {@code iso-3166-1-alpha-3}, {@code iso-3166-3}, {@code cow}, {@code
     *     gw}, {@code m49}
     * @param code the code as requests may give it
     * @param from when the code began to mean this state, if it meant another one before
     * @param until when the code began to mean another state, or was withdrawn
     */
    record Code(
            String scheme,
            String code,
            @JsonInclude(Include.ALWAYS) Optional<EffectiveDate> from,
            @JsonInclude(Include.ALWAYS) Optional<EffectiveDate> until) {

        static Code of(PartyCode code) {
            return new Code(
                    code.scheme(),
                    code.code(),
                    code.from().map(EffectiveDate::of),
                    code.until().map(EffectiveDate::of));
        }
    }

    /** The names of states, about 5 MB in all. They are computed for each language, which takes many milliseconds. */
    private static final Map<Party, Map<String, String>> NAMES = new ConcurrentHashMap<>();

    String code() {
        return party.code();
    }

    static PartyDetail state(Party party, LanguagePreference languages) {
        var former = PartyLookup.former(party);
        return new PartyDetail(
                PartyItem.state(party, languages),
                NAMES.computeIfAbsent(party, state -> PartyLookup.names(state).byLanguage()),
                PartyLookup.aliases(party),
                PartyLookup.codes(party).stream().map(Code::of).toList(),
                former.map(state -> EffectiveDate.of(PartialDate.of(state.from()))),
                former.map(state -> EffectiveDate.of(PartialDate.of(state.until()))),
                codes(PartyLookup.predecessors(party)),
                codes(former.map(FormerState::successors).orElse(List.of())));
    }

    static PartyDetail organisation(OrganizationItem organization) {
        return new PartyDetail(
                PartyItem.organisation(organization),
                organization.names(),
                organization.acronym().stream().toList(),
                List.of(),
                organization.founded(),
                organization.dissolved(),
                organization.predecessor().stream().toList(),
                organization.successors());
    }

    private static List<String> codes(List<Party> parties) {
        return parties.stream().map(Party::code).toList();
    }
}
