package org.depositary.gateway.read;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.web.InvalidParameter;
import org.depositary.vocabulary.Names;
import org.depositary.vocabulary.Parties;
import org.depositary.vocabulary.Party;

/** The languages a reader wants names in, best first (RFC 4647). */
public record LanguagePreference(List<LanguageRange> ranges) {

    private static final List<LanguageRange> ENGLISH = LanguageRange.parse("en");

    /** Of {@code lang}, else of {@code Accept-Language}, else English. A header that cannot be read asks for nothing. */
    public static LanguagePreference of(Optional<String> lang, Optional<String> acceptLanguage) {
        return new LanguagePreference(lang.map(LanguagePreference::asked)
                .or(() -> acceptLanguage.flatMap(LanguagePreference::accepted))
                .orElse(ENGLISH));
    }

    /** The best of recorded names. */
    public Optional<String> pick(Map<String, String> names) {
        return new Names(names).pick(ranges);
    }

    /** What a state is called; a code that is none stays as it is. */
    public String state(String code) {
        return Parties.name(new Party(code), locale()).orElse(code);
    }

    public Locale locale() {
        return ranges.stream()
                .map(range -> Locale.forLanguageTag(range.getRange()))
                .filter(locale -> !locale.getLanguage().isEmpty())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static List<LanguageRange> asked(String lang) {
        return accepted(lang).orElseThrow(() -> InvalidParameter.of("lang", "'%s' is no BCP 47 language".formatted(lang)));
    }

    private static Optional<List<LanguageRange>> accepted(String header) {
        try {
            return Optional.of(LanguageRange.parse(header));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
