package org.depositary.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The registry of parties: what people write, made canonical, and what a party is called. */
public final class Parties {

    private Parties() {}

    /**
     * The party that is meant.
     *
     * @param effective when; a number of a crosswalk gives the state as it was then
     * @throws UnknownParty if nothing goes by this code or name
     * @throws AmbiguousParty if several do
     */
    public static Party resolve(String input, Optional<PartialDate> effective) {
        if (input == null || input.isBlank()) {
            throw new UnknownParty(String.valueOf(input));
        }
        var text = input.strip();
        if (text.equals("cow:365")) {
            return new Party(
                    effective
                                    .flatMap(PartialDate::earliest)
                                    .filter(d -> d.getYear() < 1992)
                                    .isPresent()
                            ? "SUHH"
                            : "RU");
        }
        if (text.length() == 2
                && Party.isState(text)
                && List.of(Locale.getISOCountries()).contains(text)) {
            return new Party(text);
        }
        if (Party.isSlug(text) || (Party.isState(text) && text.length() > 2)) {
            return new Party(text);
        }
        return all().stream()
                .filter(party -> name(party, Locale.ENGLISH)
                        .filter(text::equalsIgnoreCase)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new UnknownParty(text));
    }

    /** What a state is called in a language, else in English; empty for an organisation, whose names are recorded. */
    public static Optional<String> name(Party party, Locale language) {
        return isState(party) ? Optional.of(Locale.of("", party.code()).getDisplayCountry(language)) : Optional.empty();
    }

    /** Every state and former state that has a code, by code. */
    public static List<Party> all() {
        return List.of(Locale.getISOCountries()).stream().map(Party::new).toList();
    }

    /** The states that a text may mean, best first: by code, or by the beginning of a name in any language. */
    public static List<Party> search(String q) {
        return all().stream()
                .filter(party -> name(party, Locale.ENGLISH)
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT)))
                        .isPresent())
                .toList();
    }

    /** Whether it is a state, a former state or a territory, and not an organisation. */
    public static boolean isState(Party party) {
        return Party.isState(party.code());
    }
}
