package org.depositary.vocabulary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;

/**
 * The names of one thing, by language.
 *
 * @param byLanguage BCP 47 language tag to name, in the order they were given
 */
public record Names(Map<String, String> byLanguage) {

    private static final int MOST = 200;
    private static final int LONGEST = 300;

    public Names {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    /**
     * The name for a reader: the best match for the languages asked for (RFC 4647 lookup), else the English one, else the
     * first. Empty only if there is no name at all.
     */
    public Optional<String> pick(List<LanguageRange> languages) {
        return lookup(languages)
                .or(() -> lookup(LanguageRange.parse("en")))
                .or(() -> byLanguage.keySet().stream().findFirst())
                .map(byLanguage::get);
    }

    /** The language tag that fits best. */
    private Optional<String> lookup(List<LanguageRange> languages) {
        return Optional.ofNullable(Locale.lookupTag(languages, byLanguage.keySet()));
    }

    /** What is wrong with names that stand at {@code pointer}; nothing if they can stand. */
    public List<Flaw> flaws(String pointer) {
        if (byLanguage.isEmpty()) {
            return List.of(new Flaw(pointer, "At least one name is needed."));
        }
        if (byLanguage.size() > MOST) {
            return List.of(new Flaw(pointer, "At most %d names are taken.".formatted(MOST)));
        }
        var flaws = new ArrayList<Flaw>();
        byLanguage.forEach((language, name) -> flaws.addAll(flaws(pointer, language, name)));
        return List.copyOf(flaws);
    }

    private static List<Flaw> flaws(String parent, String language, String name) {
        var pointer = Flaw.pointer(parent, language);
        if (name == null) {
            return List.of(new Flaw(pointer, "A name is a text, not null."));
        }
        if (!isLanguage(language)) {
            return List.of(new Flaw(pointer, "This is not a BCP 47 language tag, such as en, nl or zh-Hans."));
        }
        return Text.flaw(pointer, name, LONGEST).stream().toList();
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
