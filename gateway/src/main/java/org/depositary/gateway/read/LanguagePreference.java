package org.depositary.gateway.read;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import org.depositary.vocabulary.names.NamesByLanguage;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyLookup;

/** The languages in which a client wants names, the most preferred first (RFC 4647). */
public record LanguagePreference(List<LanguageRange> ranges) {

    public static final LanguagePreference ENGLISH = new LanguagePreference(LanguageRange.parse("en"));

    /** Parses the value of an {@code Accept-Language} header. Empty if the value is malformed. */
    public static Optional<LanguagePreference> parse(String ranges) {
        try {
            return Optional.of(new LanguagePreference(LanguageRange.parse(ranges)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The name in the most preferred language that is present. Empty if there are no names. */
    public Optional<String> pick(Map<String, String> names) {
        return new NamesByLanguage(names).pick(ranges);
    }

    /** The name of the state with this code. A code of no state is returned unchanged. */
    public String state(String code) {
        return PartyLookup.name(new Party(code), locale()).orElse(code);
    }

    public Locale locale() {
        return ranges.stream()
                .map(range -> Locale.forLanguageTag(range.getRange()))
                .filter(locale -> !locale.getLanguage().isEmpty())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
