package org.depositary.vocabulary.parties;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.names.NamesByLanguage;

/**
 * Resolves codes and names to parties, and gives the names of states.
 *
 * <p>ISO codes do not depend on the date, and names rarely do: "Russia" is {@code RU} in 1970 too, but "Yemen" was two
 * states in 1980. A code of another scheme gives the party of the effective date: {@code cow:365} is {@code SUHH} in
 * 1970. Letters without a scheme are ISO's code, or else a code of any scheme if that means one state only. Codes of states are upper-case. A lower-case
 * word that is not the name of a state is taken as the id of an organisation. This class cannot know whether the
 * organisation is registered; the membership-service does. An id that equals a state's code is rejected as ambiguous.
 */
public final class PartyLookup {

    /**
     * Ids of organisations that equal the code or name of a state but mean the organisation: African Union, Andean
     * Community, European Communities, GUAM, Non-Aligned Movement.
     */
    private static final Set<String> ORGANIZATIONS = Set.of("au", "can", "ec", "guam", "nam");

    /**
     * The maximum length of a name, in characters. Longer texts are rejected, because normalising them would take too
     * much time.
     */
    private static final int LONGEST = 200;

    private PartyLookup() {}

    /**
     * Returns the party with this code or name.
     *
     * @param input see {@link Party} for the canonical codes; also alpha-3, withdrawn codes, {@code cow:710}, {@code
     *     cow:CHN}, {@code gw:710}, {@code m49:156}, {@code ioc:CHN}, {@code fifa:CHN}, and names in any language, short,
     *     official or inverted, regardless of case and accents
     * @param effective the effective date; without it, codes and names have their present meaning
     * @throws UnknownPartyException if no party has this code or name
     * @throws AmbiguousPartyException if several parties have it
     */
    public static Party resolve(String input, Optional<PartialDate> effective) {
        var text = input == null ? "" : input.strip();
        return LetterStateCodes.find(text)
                .or(() -> SchemeCodes.find(text, effective))
                .orElseGet(() -> nameOrSlug(text, effective));
    }

    private static Party nameOrSlug(String text, Optional<PartialDate> effective) {
        if (text.length() > LONGEST) {
            throw new UnknownPartyException(text);
        }
        if (ORGANIZATIONS.contains(text)) {
            return new Party(text);
        }
        var today = candidates(text, effective);
        var candidates = DividedStates.meant(text, today, effective);
        return switch (candidates.size()) {
            case 0 -> {
                if (!today.isEmpty()) {
                    throw UnknownPartyException.atThatTime(text, today);
                }
                yield organization(text);
            }
            case 1 -> candidates.getFirst();
            default -> throw AmbiguousPartyException.named(text, candidates);
        };
    }

    /** Returns the states that the text may mean: by name, by a code without its scheme, by another form of a name. */
    private static List<Party> candidates(String text, Optional<PartialDate> effective) {
        return Stream.<Supplier<List<Party>>>of(
                        () -> StateNameIndex.named(text),
                        () -> SchemeCodes.bare(text, effective),
                        // The id of an organisation may consist of the words of a state's name: mali-federation.
                        () -> Party.isSlug(text) ? List.of() : StateNameIndex.namedInOtherWords(text))
                .map(Supplier::get)
                .filter(parties -> !parties.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Whether the text may mean different parties at different times. False for an ISO code and for most names. */
    public static boolean dependsOnDate(String text) {
        var plain = text.strip();
        return LetterStateCodes.find(plain).isEmpty()
                && (plain.indexOf(':') >= 0
                        || !SchemeCodes.bare(plain, Optional.empty()).isEmpty()
                        || DividedStates.contain(candidates(plain, Optional.empty())));
    }

    private static Party organization(String text) {
        if (!Party.isSlug(text)) {
            throw new UnknownPartyException(text);
        }
        var organization = new Party(text);
        LetterStateCodes.find(text.toUpperCase(Locale.ROOT)).ifPresent(state -> {
            throw AmbiguousPartyException.likeStateCode(organization, state);
        });
        return organization;
    }

    /**
     * Returns the name of a state in the language, or in English if the language has none. Empty for an organisation,
     * because its names are recorded facts.
     */
    public static Optional<String> name(Party party, Locale language) {
        return names(language).apply(party.code());
    }

    /**
     * Returns a function from the code of a state to its name in the language. Faster than {@link #name} for many
     * states.
     */
    public static Function<String, Optional<String>> names(Locale language) {
        var names = StateNames.in(language);
        return code -> LetterStateCodes.find(code).flatMap(names);
    }

    /** Returns the names of a state in all languages. Empty for an organisation. */
    public static NamesByLanguage names(Party party) {
        return StateNames.all(party);
    }

    /**
     * Returns further names of a state: short, official, former and foreign names. Leaves out names that also mean
     * another state.
     */
    public static List<String> aliases(Party party) {
        return PartyAliases.of(party);
    }

    /**
     * Returns all codes of a state, each with the time in which the code means the state. Empty for an organisation.
     */
    public static List<PartyCode> codes(Party party) {
        return isState(party)
                ? Stream.concat(LetterStateCodes.of(party).stream(), SchemeCodes.of(party).stream())
                        .toList()
                : List.of();
    }

    /** Returns all states, territories and former states, sorted by code. */
    public static List<Party> all() {
        return LetterStateCodes.all();
    }

    /** Returns the dates and successors of a former state. Empty for every other party. */
    public static Optional<FormerState> former(Party party) {
        return Optional.ofNullable(FormerState.ALL.get(party));
    }

    /** Returns the former states whose territory became part of this state, the earliest first. */
    public static List<Party> predecessors(Party party) {
        return FormerState.ALL.values().stream()
                .filter(former -> former.successors().contains(party))
                .sorted(Comparator.comparing(FormerState::from)
                        .thenComparing(former -> former.party().code()))
                .map(FormerState::party)
                .toList();
    }

    /**
     * Returns the states that a search text may mean, the best match first. First comes the state with this code. Then come the states whose name, in any language, equals the text, starts with it, or has a word that starts with it.
     */
    public static List<Party> search(String q) {
        var code = LetterStateCodes.find(q.strip().toUpperCase(Locale.ROOT))
                .or(() -> SchemeCodes.find(q.strip(), Optional.empty()));
        return Stream.concat(code.stream(), StateNameIndex.search(q).stream())
                .distinct()
                .toList();
    }

    /** Whether the party is a state, a territory or a former state. False for an organisation. */
    public static boolean isState(Party party) {
        return isState(party.code());
    }

    /** Whether the canonical code belongs to a state, a territory or a former state. */
    public static boolean isState(String code) {
        return Party.isState(code);
    }
}
