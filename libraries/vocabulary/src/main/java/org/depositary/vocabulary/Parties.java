package org.depositary.vocabulary;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The registry of parties: what people write, made canonical, and what a state is called.
 *
 * <p>Letters and names say which state is meant, and stay what they are: "Russia" is {@code RU} in 1970 too. Numbers of a
 * crosswalk go on from state to state, and give the one of the effective date: {@code cow:365} is {@code SUHH} in 1970.
 * Codes of states are upper-case. What is lower-case and no state's name is an organisation's id, be it registered or not:
 * that only the owner of organisations can tell. An id that spells a state's code is refused as ambiguous.
 */
public final class Parties {

    /**
     * Ids that are organisations' although they spell a state's code or name: African Union, Andean Community, European
     * Communities, GUAM, Non-Aligned Movement.
     */
    private static final Set<String> ORGANIZATIONS = Set.of("au", "can", "ec", "guam", "nam");

    /** No name is longer, and folding a text takes time. */
    private static final int LONGEST = 200;

    private Parties() {}

    /**
     * The party that is meant by a code or a name.
     *
     * @param input see {@link Party} for the canonical codes; also alpha-3, withdrawn codes, {@code cow:710},
     *     {@code gw:710}, {@code m49:156}, and names in any language, regardless of case and accents
     * @param effective when; only numbers depend on it, and without it they give the state of today
     * @throws UnknownParty if nothing goes by this code or name
     * @throws AmbiguousParty if several do
     */
    public static Party resolve(String input, Optional<PartialDate> effective) {
        var text = input == null ? "" : input.strip();
        return StateCodes.find(text)
                .or(() -> NumericStateCodes.find(text, effective))
                .orElseGet(() -> nameOrSlug(text));
    }

    private static Party nameOrSlug(String text) {
        if (text.length() > LONGEST) {
            throw new UnknownParty(text);
        }
        if (ORGANIZATIONS.contains(text)) {
            return new Party(text);
        }
        var named = NameIndex.named(text);
        return switch (named.size()) {
            case 0 -> organization(text);
            case 1 -> named.getFirst();
            default -> throw AmbiguousParty.named(text, named);
        };
    }

    private static Party organization(String text) {
        if (!Party.isSlug(text)) {
            throw new UnknownParty(text);
        }
        var organization = new Party(text);
        StateCodes.find(text.toUpperCase(Locale.ROOT)).ifPresent(state -> {
            throw AmbiguousParty.spelled(organization, state);
        });
        return organization;
    }

    /** What a state is called in a language, else in English; empty for an organisation, whose names are recorded facts. */
    public static Optional<String> name(Party party, Locale language) {
        return names(language).apply(party.code());
    }

    /** The same of many states, by their codes. */
    public static Function<String, Optional<String>> names(Locale language) {
        var names = StateNames.in(language);
        return code -> StateCodes.find(code).flatMap(names);
    }

    /** What a state is called in every language that there is a name in; no names of an organisation. */
    public static Names names(Party party) {
        return StateNames.all(party);
    }

    /** What a state is called beside its names: short, official, former and foreign names that mean it and no other. */
    public static List<String> aliases(Party party) {
        return PartyAliases.of(party);
    }

    /** The codes of a state, each with the time in which it means that state; none of an organisation. */
    public static List<PartyCode> codes(Party party) {
        return isState(party)
                ? Stream.concat(StateCodes.of(party).stream(), NumericStateCodes.of(party).stream())
                        .toList()
                : List.of();
    }

    /** Every state, territory and former state, by code. */
    public static List<Party> all() {
        return StateCodes.all();
    }

    /** What is known of a state that is no more; empty for all others. */
    public static Optional<FormerState> former(Party party) {
        return Optional.ofNullable(FormerState.ALL.get(party));
    }

    /** The former states whose land, or a part of it, became this state's; the earliest first. */
    public static List<Party> predecessors(Party party) {
        return FormerState.ALL.values().stream()
                .filter(former -> former.successors().contains(party))
                .sorted(Comparator.comparing(FormerState::from))
                .map(FormerState::party)
                .toList();
    }

    /**
     * The states that a text may mean, best first: the one that has it as a code, then those that have a name, in any
     * language, that is it, begins with it, or has a word that begins with it.
     */
    public static List<Party> search(String q) {
        var code = StateCodes.find(q.strip().toUpperCase(Locale.ROOT))
                .or(() -> NumericStateCodes.find(q.strip(), Optional.empty()));
        return Stream.concat(code.stream(), NameIndex.search(q).stream())
                .distinct()
                .toList();
    }

    /** Whether it is a state, a territory or a former state, and not an organisation. */
    public static boolean isState(Party party) {
        return isState(party.code());
    }

    /** The same of a canonical code. */
    public static boolean isState(String code) {
        return Party.isState(code);
    }
}
