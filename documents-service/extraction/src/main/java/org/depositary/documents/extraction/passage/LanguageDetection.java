package org.depositary.documents.extraction.passage;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.depositary.documents.extraction.structure.ExtractedStructure;
import org.depositary.documents.extraction.structure.ExtractionDeadline;
import org.depositary.documents.extraction.structure.TextBlock;

/** Detects the languages of a document and of its blocks. A short block has the language of the document. */
public final class LanguageDetection {
    /**
     * The minimum length of a block whose language is detected, in UTF-16 units. Detection is unreliable for shorter
     * texts, above all for names.
     */
    private static final int LONG_ENOUGH = 85;

    private static final int LONG_ENOUGH_IDEOGRAPHIC = 12;

    /** The number of characters from which a language is detected. More would only cost time. */
    private static final int SAMPLE = 300;

    /**
     * The maximum number of blocks whose language is detected, because detection takes up to a millisecond per block.
     * Later blocks get the language of the document.
     */
    private static final int MOST_BLOCKS = 15_000;

    private final String text;
    private final Map<TextBlock, Optional<String>> detected = new HashMap<>();
    private final Optional<String> inText;
    private final Optional<String> document;

    private LanguageDetection(ExtractedStructure structure, ExtractionDeadline deadline) {
        this.text = structure.text();
        Map<String, Integer> lengths = new HashMap<>();
        for (TextBlock block : structure
                .blocks()
                .subList(0, Math.min(MOST_BLOCKS, structure.blocks().size()))) {
            deadline.check();
            Optional<String> language = detect(block.in(text));
            detected.put(block, language);
            language.ifPresent(it -> lengths.merge(it, block.end() - block.start(), Integer::sum));
        }
        this.inText = lengths.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .or(() -> structure.language().isPresent() ? Optional.empty() : ofShort(structure));
        this.document = inText.or(structure::language);
    }

    public static LanguageDetection of(ExtractedStructure structure, ExtractionDeadline deadline) {
        return new LanguageDetection(structure, deadline);
    }

    /** Returns the language of most of the text. Empty if it cannot be detected. */
    public Optional<String> document() {
        return document;
    }

    /** Returns the language of the document if it was detected in the text, and not only declared. */
    public Optional<String> inText() {
        return inText;
    }

    public Optional<String> of(TextBlock block) {
        return detected.getOrDefault(block, Optional.empty()).or(() -> document);
    }

    /** Detects the language of a document that has only short lines, from the joined lines. */
    private static Optional<String> ofShort(ExtractedStructure structure) {
        String text = structure.text();
        return detect(text.substring(0, Math.min(text.length(), 4 * SAMPLE)).strip());
    }

    private static Optional<String> detect(String text) {
        int enough = text.codePoints().limit(SAMPLE).anyMatch(Character::isIdeographic)
                ? LONG_ENOUGH_IDEOGRAPHIC
                : LONG_ENOUGH;
        if (text.length() < enough) {
            return Optional.empty();
        }
        String sample = text.substring(0, Math.min(SAMPLE, text.length()));
        return LanguageLetters.language(sample).or(() -> byModels(sample));
    }

    private static Optional<String> byModels(String sample) {
        Language language = Models.DETECTOR.detectLanguageOf(sample);
        return language == Language.UNKNOWN
                ? Optional.empty()
                : Optional.of(language.getIsoCode639_1().toString().toLowerCase(Locale.ROOT));
    }

    /**
     * Holds the language models, in a class of its own so that they are loaded at the first use. Only trigram models
     * ("low accuracy") are loaded: they take about 50 MB, all n-gram models take over 450 MB, and for whole paragraphs both work
     * equally well.
     */
    private static final class Models {

        /** A language must be so much more likely than the next one. That of a language without a model never is. */
        private static final double LEAST_DISTANCE = 0.08;

        static final LanguageDetector DETECTOR = LanguageDetectorBuilder.fromLanguages(
                        Language.ENGLISH,
                        Language.DUTCH,
                        Language.GERMAN,
                        Language.FRENCH,
                        Language.SPANISH,
                        Language.ITALIAN,
                        Language.PORTUGUESE,
                        Language.POLISH,
                        Language.CZECH,
                        Language.HUNGARIAN,
                        Language.ROMANIAN,
                        Language.SWEDISH,
                        Language.TURKISH,
                        Language.AZERBAIJANI,
                        Language.RUSSIAN,
                        Language.UKRAINIAN,
                        Language.BELARUSIAN,
                        Language.BULGARIAN,
                        Language.SERBIAN,
                        Language.KAZAKH,
                        Language.MONGOLIAN,
                        Language.ARMENIAN,
                        Language.GEORGIAN,
                        Language.GREEK,
                        Language.PERSIAN,
                        Language.ARABIC,
                        Language.URDU,
                        Language.HINDI,
                        Language.KOREAN,
                        Language.CHINESE,
                        Language.JAPANESE)
                .withLowAccuracyMode()
                .withMinimumRelativeDistance(LEAST_DISTANCE)
                .build();
    }
}
