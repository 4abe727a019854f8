package org.depositary.vocabulary.names;

import java.util.Collections;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.depositary.vocabulary.validation.TextValidator;
import org.depositary.vocabulary.validation.Violation;

/**
 * The names of one party, organ or exercise in several languages.
 *
 * @param byLanguage maps a BCP 47 language tag to the name, in the given order
 */
public record NamesByLanguage(Map<String, String> byLanguage) {

    private static final LanguageRange ENGLISH = new LanguageRange("en");
    private static final int MOST = 200;
    private static final int LONGEST = 300;

    public NamesByLanguage {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    /**
     * Picks the name to show to a reader: the name in the first of these languages that has one, otherwise the
     * English name, otherwise the first name. A language matches by RFC 4647 lookup ({@code nl-BE} matches {@code
     * nl}), then by filtering ({@code zh} matches {@code zh-Hans}). Empty only if there are no names.
     */
    public Optional<String> pick(List<LanguageRange> languages) {
        return Stream.concat(languages.stream(), Stream.of(ENGLISH))
                .filter(language ->
                        language.getWeight() > 0 && !language.getRange().equals("*"))
                .flatMap(language -> tag(language).stream())
                .findFirst()
                .or(() -> byLanguage.keySet().stream().findFirst())
                .map(byLanguage::get);
    }

    private Optional<String> tag(LanguageRange language) {
        var ranges = List.of(language);
        return Optional.ofNullable(Locale.lookupTag(ranges, byLanguage.keySet()))
                .or(() ->
                        Locale.filterTags(ranges, byLanguage.keySet()).stream().findFirst());
    }

    /**
     * Validates the names.
     *
     * @param pointer the JSON pointer to the names, which each violation starts with
     */
    public List<Violation> violations(String pointer) {
        if (byLanguage.isEmpty()) {
            return List.of(new Violation(pointer, "At least one name is needed."));
        }
        if (byLanguage.size() > MOST) {
            return List.of(new Violation(pointer, "At most %s names are allowed.".formatted(MOST)));
        }
        var seen = new HashSet<String>();
        return byLanguage.entrySet().stream()
                .flatMap(name -> violation(Violation.pointer(pointer, name.getKey()), name, seen).stream())
                .toList();
    }

    private static Optional<Violation> violation(String pointer, Map.Entry<String, String> name, Set<String> seen) {
        if (!isLanguage(name.getKey())) {
            return Optional.of(new Violation(pointer, "This is not a BCP 47 language tag, such as en, nl or zh-Hans."));
        }
        if (!seen.add(name.getKey().toLowerCase(Locale.ROOT))) {
            return Optional.of(new Violation(pointer, "A name in this language exists already."));
        }
        return name.getValue() == null
                ? Optional.of(new Violation(pointer, "A name must be a text, not null."))
                : TextValidator.violation(pointer, name.getValue(), LONGEST);
    }

    private static boolean isLanguage(String tag) {
        try {
            var language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
            // BCP 47 also permits language codes of five to eight letters. None exists, so they are rejected.
            return language.length() == 2 || language.length() == 3;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
