package org.depositary.gateway.texts;

import java.util.Map;
import java.util.Optional;

/**
 * Chooses the dictionary of a language. Dictionary {@code dutch} is {@code search_dutch} in the database, see {@code
 * V10__search_words.sql}.
 */
public final class SearchDictionary {

    /** A dictionary that leaves words unchanged. Suits any language. */
    public static final String PLAIN = "simple";

    private static final Map<String, String> BY_LANGUAGE = Map.ofEntries(
            Map.entry("ar", "arabic"),
            Map.entry("ca", "catalan"),
            Map.entry("da", "danish"),
            Map.entry("de", "german"),
            Map.entry("el", "greek"),
            Map.entry("en", "english"),
            Map.entry("es", "spanish"),
            Map.entry("eu", "basque"),
            Map.entry("fi", "finnish"),
            Map.entry("fr", "french"),
            Map.entry("ga", "irish"),
            Map.entry("hi", "hindi"),
            Map.entry("hu", "hungarian"),
            Map.entry("hy", "armenian"),
            Map.entry("id", "indonesian"),
            Map.entry("it", "italian"),
            Map.entry("lt", "lithuanian"),
            Map.entry("ne", "nepali"),
            Map.entry("nl", "dutch"),
            Map.entry("no", "norwegian"),
            Map.entry("pt", "portuguese"),
            Map.entry("ro", "romanian"),
            Map.entry("ru", "russian"),
            Map.entry("sr", "serbian"),
            Map.entry("sv", "swedish"),
            Map.entry("ta", "tamil"),
            Map.entry("tr", "turkish"),
            Map.entry("yi", "yiddish"));

    private SearchDictionary() {}

    /** @param language BCP 47 tag; an unknown language gives {@link #PLAIN} */
    public static String of(Optional<String> language) {
        return language.map(tag -> tag.split("-", 2)[0]).map(BY_LANGUAGE::get).orElse(PLAIN);
    }
}
