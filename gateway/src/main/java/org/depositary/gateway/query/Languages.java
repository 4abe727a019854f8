package org.depositary.gateway.query;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import org.depositary.vocabulary.Names;
import org.depositary.vocabulary.Parties;
import org.depositary.vocabulary.Party;

/** The languages a reader wants names in, best first (RFC 4647). */
record Languages(List<LanguageRange> ranges) {

    private static final List<LanguageRange> ENGLISH = LanguageRange.parse("en");

    /** Of {@code lang}, else of {@code Accept-Language}, else English. A header that cannot be read asks for nothing. */
    static Languages of(Optional<String> lang, Optional<String> acceptLanguage) {
        return new Languages(lang.map(Languages::asked)
                .or(() -> acceptLanguage.flatMap(Languages::accepted))
                .orElse(ENGLISH));
    }

    /** The best of recorded names. */
    Optional<String> pick(Map<String, String> names) {
        return new Names(names).pick(ranges);
    }

    /** What a state is called; a code that is none stays as it is. */
    String state(String code) {
        return Parties.name(new Party(code), locale()).orElse(code);
    }

    Locale locale() {
        return ranges.stream()
                .map(range -> Locale.forLanguageTag(range.getRange()))
                .filter(locale -> !locale.getLanguage().isEmpty())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static List<LanguageRange> asked(String lang) {
        return accepted(lang).orElseThrow(() -> BadQuery.of("lang", "'%s' is no BCP 47 language".formatted(lang)));
    }

    private static Optional<List<LanguageRange>> accepted(String header) {
        try {
            return Optional.of(LanguageRange.parse(header));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
