package org.depositary.documents.extraction.numbering;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Parses numbers written as words, cardinal or ordinal: "four", "vierde", "двадцать первая". */
final class NumberWords {

    private static final int LARGEST = 150;
    private static final List<String> LANGUAGES =
            List.of("en", "nl", "ru", "uk", "be", "fr", "de", "es", "it", "pt", "pl");

    /** Built at the first use, because most texts contain no such numbers. */
    private static final class Known {
        private static final Map<String, Integer> WORDS = new HashMap<>(Map.of("premier", 1, "première", 1));

        static {
            LANGUAGES.forEach(Known::add);
        }

        private static void add(String language) {
            var spelling = new RuleBasedNumberFormat(ULocale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT);
            Stream.of(spelling.getRuleSetNames())
                    .filter(rules -> rules.startsWith("%spellout-cardinal") || rules.startsWith("%spellout-ordinal"))
                    .forEach(rules -> {
                        for (int number = 1; number <= LARGEST; number++) {
                            WORDS.putIfAbsent(normal(spelling.format(number, rules)), number);
                        }
                    });
        }
    }

    private NumberWords() {}

    static OptionalInt parse(String words) {
        Integer number = Known.WORDS.get(normal(words));
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Some languages separate the parts of a number by soft hyphens, hyphens or spaces. */
    private static String normal(String words) {
        return words.toLowerCase(Locale.ROOT).replace("\u00AD", "").replaceAll("[\\s-]+", " ");
    }
}
