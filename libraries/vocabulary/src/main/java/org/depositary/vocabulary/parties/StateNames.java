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

    /** By ICU locale, filled on demand; there are several hundred. */
    private static final Map<ULocale, Map<Party, String>> CLDR = new ConcurrentHashMap<>();

    private StateNames() {}

    /** Returns names in this language, or in English if there is none. */
    static Function<Party, Optional<String>> in(Locale language) {
        var ranges = List.of(new LanguageRange(language.toLanguageTag()));
        var cldr = cldr(ULocale.forLocale(language));
        var english = cldr(ULocale.ENGLISH);
        return party -> Optional.ofNullable(FormerState.ALL.get(party))
                .flatMap(former -> former.names().pick(ranges))
                .or(() -> Optional.ofNullable(cldr.get(party)))
                .or(() -> Optional.ofNullable(english.get(party)));
    }

    /** The name in each language that has one. Regional variants of languages are left out. */
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

    /** All names of a locale at once, because lists need many. */
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
        // For an unknown language ICU would use the language of the machine.
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

    /** Calls back with every name in CLDR of any region in any language, and the region's code. */
    static void forEach(BiConsumer<String, String> codeAndName) {
        for (var locale : ULocale.getAvailableLocales()) {
            var regions = UResourceBundle.getBundleInstance(REGIONS, locale);
            // A locale without own names shows those of its parent, which is read separately.
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
            // Few languages have short or variant names.
        }
    }
}
