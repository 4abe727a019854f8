package org.depositary.vocabulary.parties;

import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.UResourceBundle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.vocabulary.names.NamesByLanguage;

/**
 * Names of states: CLDR's for present states, our own for former ones. Reads the CLDR tables of ICU directly, because
 * ICU's display names leave out short and variant names.
 */
final class StateNames {

    private static final String REGIONS = "com/ibm/icu/impl/data/icudata/region";
    private static final String USUAL = "Countries";
    private static final List<String> TABLES = List.of(USUAL, USUAL + "%short", USUAL + "%variant");
    private static final Set<String> LANGUAGES =
            Stream.of(ULocale.getAvailableLocales()).map(ULocale::getLanguage).collect(Collectors.toUnmodifiableSet());

    /**
     * Caches the names by party for each ICU locale. It is filled on demand, because ICU has several hundred locales.
     */
    private static final Map<ULocale, Map<Party, String>> CLDR = new ConcurrentHashMap<>();

    private StateNames() {}

    /** Returns a function that gives the name of a party in this language, or in English if the language has none. */
    static Function<Party, Optional<String>> in(Locale language) {
        var ranges = List.of(new LanguageRange(language.toLanguageTag()));
        var cldr = cldr(ULocale.forLocale(language));
        var english = cldr(ULocale.ENGLISH);
        return party -> Optional.ofNullable(FormerState.ALL.get(party))
                .flatMap(former -> former.names().pick(ranges))
                .or(() -> Optional.ofNullable(cldr.get(party)))
                .or(() -> Optional.ofNullable(english.get(party)));
    }

    /** Returns the name of the party in each language that has one. Leaves out regional variants of languages. */
    static NamesByLanguage all(Party party) {
        var former = FormerState.ALL.get(party);
        return former == null ? cldr(party) : former.names();
    }

    private static NamesByLanguage cldr(Party party) {
        var names = new TreeMap<String, String>();
        Stream.of(ULocale.getAvailableLocales())
                .filter(locale -> locale.getCountry().isEmpty())
                .forEach(locale -> regions(locale)
                        .flatMap(regions -> name(party, regions))
                        .ifPresent(name -> names.put(locale.toLanguageTag(), name)));
        return new NamesByLanguage(names);
    }

    /** Returns all names in a locale. Loads them at once, because lists of parties need many of them. */
    private static Map<Party, String> cldr(ULocale language) {
        return regions(language)
                .map(regions -> CLDR.computeIfAbsent(regions.getULocale(), locale -> read(regions)))
                .orElse(Map.of());
    }

    private static Map<Party, String> read(UResourceBundle regions) {
        var names = new HashMap<Party, String>();
        LetterStateCodes.all().forEach(state -> name(state, regions).ifPresent(name -> names.put(state, name)));
        return names;
    }

    private static Optional<UResourceBundle> regions(ULocale language) {
        // English replaces an unknown language here, because ICU would use the language of the machine.
        return LANGUAGES.contains(language.getLanguage())
                ? Optional.of(UResourceBundle.getBundleInstance(REGIONS, language))
                : Optional.empty();
    }

    private static Optional<String> name(Party party, UResourceBundle regions) {
        try {
            return Optional.of(regions.get(USUAL).getString(party.code()));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    /** Calls the consumer with the code and name of every region in CLDR, in every language. */
    static void forEach(BiConsumer<String, String> codeAndName) {
        for (var locale : ULocale.getAvailableLocales()) {
            var regions = UResourceBundle.getBundleInstance(REGIONS, locale);
            // ICU returns the parent's names for a locale without names of its own. They are skipped here, because
            // the parent is read itself.
            if (regions.getULocale().equals(locale)) {
                TABLES.forEach(table -> forEach(regions, table, codeAndName));
            }
        }
    }

    private static void forEach(UResourceBundle regions, String table, BiConsumer<String, String> codeAndName) {
        try {
            for (var names = regions.get(table).getIterator(); names.hasNext(); ) {
                var name = names.next();
                codeAndName.accept(name.getKey(), name.getString());
            }
        } catch (MissingResourceException e) {
            // This table is missing because few languages have short or variant names, so there is nothing to add.
        }
    }
}
