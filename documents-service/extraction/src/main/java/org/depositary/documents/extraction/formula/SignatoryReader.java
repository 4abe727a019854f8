package org.depositary.documents.extraction.formula;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.depositary.documents.extraction.metadata.MetadataField;
import org.depositary.documents.extraction.metadata.MetadataReading;
import org.depositary.documents.extraction.metadata.MetadataSource;
import org.depositary.documents.extraction.metadata.PrintedDateParser;
import org.depositary.documents.extraction.numbering.SectionHeading;
import org.depositary.documents.extraction.structure.ExtractedStructure;
import org.depositary.documents.extraction.structure.PassageKind;
import org.depositary.documents.extraction.structure.TextBlock;
import org.depositary.documents.extraction.structure.TextLines;

/**
 * Reads the signatories of a text as printed. They are the parties after "For" in the signatures below the closing
 * formula, otherwise the lines of the signatures. A declaration without signatures names them in its first paragraph,
 * between dashes.
 */
final class SignatoryReader {
    private static final int MOST_BLOCKS = 120;
    private static final int MOST_LINES = 400;
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 16;
    private static final int OPENING = 3_000;

    private static final Pattern LINES = Pattern.compile("[\\n\\t]|\\s\\|\\s");

    private static final Pattern FOR = Pattern.compile(
            "^(?:(?iu:for|voor|pour|für|por|per|за|від)|(?iu:on\\s+behalf\\s+of|namens|au\\s+nom\\s+de|от\\s+имени|от))\\s+(?=\\S)");

    private static final Pattern SIGNATURE_MARK = Pattern.compile(
            "(?iU)[\\s:：，]*(?:\\(?\\b(?:signed|signature|signé|getekend|подпись|подписал)\\b\\)?|\\(?w\\.g\\.\\)?"
                    + "|[（(]?(?:签字|签名)[)）]?|[_.…—–-]{3,})[\\s:：]*|[\\s:：;,]+$");

    private static final Pattern ARTICLE = Pattern.compile("^(?iu:the|de|het|la|le|les|l’|die|den|das|el)\\s+");
    /** Names between dashes, before the verb of the sentence. */
    private static final Pattern BETWEEN_DASHES = Pattern.compile("\\s[–—-]\\s(.{10,1500}?)[,\\s]+[–—-]\\s");

    private static final Pattern BETWEEN_NAMES = Pattern.compile(
            ",\\s+(?:and\\s+|en\\s+|и\\s+)?|\\s+(?:and|en|und|et|y|и)\\s+(?=(?:the|de|het|la|le)?\\s?\\p{Lu})");

    private SignatoryReader() {}

    static List<MetadataReading> read(ExtractedStructure structure, Optional<DatedFormula> closing) {
        List<MetadataReading> signatures =
                closing.map(formula -> signatures(structure, formula)).orElse(List.of());
        return signatures.isEmpty() && structure.description().type().isPresent()
                ? inFirstParagraph(structure)
                : signatures;
    }

    private static List<MetadataReading> signatures(ExtractedStructure structure, DatedFormula closing) {
        List<MetadataReading> lines = IntStream.range(
                        closing.block() + 1, Math.min(structure.blocks().size(), closing.block() + 1 + MOST_BLOCKS))
                .mapToObj(structure.blocks()::get)
                .takeWhile(block -> isSignature(block, structure.text()))
                .flatMap(block -> lines(block, structure.text()))
                .limit(MOST_LINES)
                .toList();
        List<MetadataReading> parties = lines.stream()
                .filter(line -> FOR.matcher(line.value()).find())
                .map(SignatoryReader::party)
                .filter(party -> !party.value().isEmpty())
                .toList();
        return parties.isEmpty()
                ? lines.stream().filter(line -> isName(line.value())).toList()
                : parties;
    }

    private static boolean isSignature(TextBlock block, String text) {
        String words = block.in(text);
        return block.kind() == PassageKind.METADATA
                || block.kind() != PassageKind.FOOTNOTE
                        && SectionHeading.of(words).isEmpty()
                        && LINES.splitAsStream(words).allMatch(line -> line.length() <= LONGEST);
    }

    private static Stream<MetadataReading> lines(TextBlock block, String text) {
        return block.kind() == PassageKind.METADATA
                ? Stream.empty()
                : LINES.splitAsStream(block.in(text))
                        .map(line -> SIGNATURE_MARK
                                .matcher(TextLines.inOneLine(line))
                                .replaceAll(""))
                        .filter(line -> !line.isBlank())
                        .map(line -> reading(block, line));
    }

    private static MetadataReading party(MetadataReading line) {
        String party = FOR.matcher(line.value()).replaceFirst("");
        return MetadataReading.at(
                line.at().orElseThrow(), line.field(), ARTICLE.matcher(party).replaceFirst(""), line.source());
    }

    private static boolean isName(String line) {
        int first = line.codePointAt(0);
        return (Character.isUpperCase(first) || Character.isIdeographic(first))
                && TextLines.countWords(line) <= MOST_WORDS
                && !TextLines.endSentence(line)
                && PrintedDateParser.find(line).isEmpty();
    }

    private static List<MetadataReading> inFirstParagraph(ExtractedStructure structure) {
        return structure.blocks().stream()
                .filter(block -> block.kind() == PassageKind.PARAGRAPH)
                .limit(1)
                .flatMap(block -> betweenDashes(block, structure.text()))
                .toList();
    }

    private static Stream<MetadataReading> betweenDashes(TextBlock block, String text) {
        int end = Math.min(block.end(), block.start() + OPENING);
        var found = BETWEEN_DASHES.matcher(TextLines.inOneLine(text.substring(block.start(), end)));
        if (!found.find()) {
            return Stream.empty();
        }
        List<String> names = BETWEEN_NAMES
                .splitAsStream(found.group(1))
                .map(name -> ARTICLE.matcher(name.strip()).replaceFirst(""))
                .toList();
        return names.size() > 1 && names.stream().allMatch(SignatoryReader::isShortName)
                ? names.stream().map(name -> reading(block, name))
                : Stream.empty();
    }

    private static boolean isShortName(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.codePointAt(0)) && TextLines.countWords(name) <= 8;
    }

    private static MetadataReading reading(TextBlock block, String value) {
        return MetadataReading.at(block.start(), MetadataField.SIGNATORIES, value, MetadataSource.TEXT);
    }
}
