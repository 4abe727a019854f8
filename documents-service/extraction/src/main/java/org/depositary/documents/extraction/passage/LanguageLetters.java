package org.depositary.documents.extraction.passage;

import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises by their letters the languages of Central Asia for which no language models exist. */
final class LanguageLetters {

    private static final Pattern TAJIK = Pattern.compile("[ӣӯҷӢӮҶ]");
    private static final Pattern UZBEK = Pattern.compile("(?s)(?=.*[ўЎ]).*[қғҳҚҒҲ].*");
    private static final Pattern KYRGYZ = Pattern.compile("(?s)(?!.*[әғқұһіӘҒҚҰҺІ]).*[ңҢ].*");

    /** The letters oʻ and gʻ with any of the signs that people type, and q without u. */
    private static final Pattern UZBEK_LATIN =
            Pattern.compile("(?is)(?=.*q(?!u)).*[og][ʻʼ‘’'`]\\p{L}.*[og][ʻʼ‘’'`]\\p{L}.*");

    private static final Pattern TURKMEN = Pattern.compile("(?s)(?=.*[ňŇ]).*[şŞ].*");

    private LanguageLetters() {}

    /** Returns the language of a text (ISO 639-1). Empty for all other languages. */
    static Optional<String> language(String text) {
        if (TAJIK.matcher(text).find()) {
            return Optional.of("tg");
        }
        if (UZBEK.matcher(text).matches() || UZBEK_LATIN.matcher(text).matches()) {
            return Optional.of("uz");
        }
        if (KYRGYZ.matcher(text).matches()) {
            return Optional.of("ky");
        }
        return TURKMEN.matcher(text).matches() ? Optional.of("tk") : Optional.empty();
    }
}
