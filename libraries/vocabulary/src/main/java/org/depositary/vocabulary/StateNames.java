package org.depositary.vocabulary;

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

/**
 * What states are called: CLDR's names for those of today, our own for former ones. CLDR's table is read as ICU ships it,
 * because it also holds the short and the variant names, which ICU's display names do not give.
 */
final class StateNames {

    private static final String REGIONS = "com/ibm/icu/impl/data/icudata/region";
    private static final String USUAL = "Countries";
    private static final List<String> TABLES = List.of(USUAL, USUAL + "%short", USUAL + "%variant");
    private static final Set<String> LANGUAGES =
            Stream.of(ULocale.getAvailableLocales()).map(ULocale::getLanguage).collect(Collectors.toUnmodifiableSet());

    /** By the locales that ICU has, as they are asked for: there are some hundreds. */
    private static final Map<ULocale, Map<Party, String>> CLDR = new ConcurrentHashMap<>();

    private StateNames() {}

    /** The names in this language, else in English. */
    static Function<Party, Optional<String>> in(Locale language) {
        var ranges = List.of(new LanguageRange(language.toLanguageTag()));
        var cldr = cldr(ULocale.forLocale(language));
        var english = cldr(ULocale.ENGLISH);
        return party -> Optional.ofNullable(FormerState.ALL.get(party))
                .flatMap(former -> former.names().pick(ranges))
                .or(() -> Optional.ofNullable(cldr.get(party)))
                .or(() -> Optional.ofNullable(english.get(party)));
    }

    /** The name in every language that has one of its own; variants of countries are left out. */
    static Names all(Party party) {
        var former = FormerState.ALL.get(party);
        return former == null ? cldr(party) : former.names();
    }

    private static Names cldr(Party party) {
        var names = new TreeMap<String, String>();
        Stream.of(ULocale.getAvailableLocales())
                .filter(locale -> locale.getCountry().isEmpty())
                .forEach(locale -> regions(locale)
                        .flatMap(regions -> name(party, regions))
                        .ifPresent(name -> names.put(locale.toLanguageTag(), name)));
        return new Names(names);
    }

    /** All names of a locale together: lists ask for many. */
    private static Map<Party, String> cldr(ULocale language) {
        return regions(language)
                .map(regions -> CLDR.computeIfAbsent(regions.getULocale(), locale -> read(regions)))
                .orElse(Map.of());
    }

    private static Map<Party, String> read(UResourceBundle regions) {
        var names = new HashMap<Party, String>();
        StateCodes.all().forEach(state -> name(state, regions).ifPresent(name -> names.put(state, name)));
        return names;
    }

    private static Optional<UResourceBundle> regions(ULocale language) {
        // For a language that it does not know, ICU would take that of the machine.
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

    /** Every name that CLDR has for any region in any language, with the region's code. */
    static void forEach(BiConsumer<String, String> codeAndName) {
        for (var locale : ULocale.getAvailableLocales()) {
            var regions = UResourceBundle.getBundleInstance(REGIONS, locale);
            // A locale without names of its own shows those of its parent, which has its turn.
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
