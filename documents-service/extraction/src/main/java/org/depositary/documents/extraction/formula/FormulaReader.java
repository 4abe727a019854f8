package org.depositary.documents.extraction.formula;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.depositary.documents.extraction.metadata.ExtractedMetadata;
import org.depositary.documents.extraction.metadata.MetadataSource;
import org.depositary.documents.extraction.metadata.PrintedDateParser;
import org.depositary.documents.extraction.metadata.PrintedDateParser.PrintedDate;
import org.depositary.documents.extraction.structure.ExtractedStructure;
import org.depositary.documents.extraction.structure.PassageKind;
import org.depositary.documents.extraction.structure.TextBlock;
import org.depositary.documents.extraction.structure.TextLines;

/**
 * Reads the formulas with which a text states its own date and place: the closing formula ("Done at Shanghai on 15 June
 * 2001"), the date line below the title or at the end ("Astana, 5 July 2005"), and the opening formula of a declaration
 * ("having met on July 5, 2005 in Astana"). Other dates in a text are not its own.
 */
public final class FormulaReader {
    /** The words before the date and the place of a closing formula. They begin a sentence, so they have a capital. */
    private static final Pattern CLOSING = Pattern.compile("(?<!\\p{L})(?:Done|DONE|Gedaan|GEDAAN|Opgemaakt|Fait|FAIT|"
            + "Geschehen|GESCHEHEN|Hecho|HECHO|Fatto|FATTO|Совершено|СОВЕРШЕНО|Составлено|Вчинено|ВЧИНЕНО|Учинено)\\s");

    /** Words that also begin sentences of articles and reports. They count in texts whose title names a type only. */
    private static final Pattern SIGNED = Pattern.compile("(?<!\\p{L})(?:Signed|SIGNED|Adopted|ADOPTED|Getekend|"
            + "Ondertekend|Signé|Unterzeichnet|Firmado|Подписан[оаы]?|ПОДПИСАНО|Принят[оаы]?|Підписано)\\s");

    private static final String CHINESE_DATE = "[\\d〇零○一二三四五六七八九]{4}年[\\d一二三四五六七八九十]{1,3}月[\\d一二三四五六七八九十]{1,3}日";

    private static final Pattern CHINESE_CLOSING = Pattern.compile(CHINESE_DATE + "(?:订于|签订于|签署于|签于|作于|作成于)");

    private static final Pattern CHINESE_SIGNED =
            Pattern.compile(CHINESE_DATE + "(?:[于在]\\p{IsHan}{2,8}(?:订|签|通过)|于\\p{IsHan}{2,6}。?$)");

    private static final Pattern MEETING = Pattern.compile("(?iU)\\b(?:met|meeting|gathered|assembled|convened|bijeen|"
            + "bijeengekomen|vergaderd|samengekomen|réunis|réunies|zusammengekommen|reunidos|собрал\\p{L}*|"
            + "собравши\\p{L}*|встретил\\p{L}*|встретивши\\p{L}*|заседани\\p{L}*|зібрал\\p{L}*)\\b|举行|会晤|召开");

    private static final Pattern IN_PARENTHESES = Pattern.compile("\\(([^()]{4,80})\\)\\s*$");

    private static final List<Pattern> IN_ANY_TEXT = List.of(CLOSING, CHINESE_CLOSING);
    private static final List<Pattern> IN_INSTRUMENTS = List.of(CLOSING, CHINESE_CLOSING, SIGNED, CHINESE_SIGNED);

    private static final int SENTENCE = 300;
    private static final int BEFORE_DATE = 150;
    private static final int NEAR = 60;
    private static final int OPENING = 1_500;
    private static final int DATE_LINE = 100;
    private static final int FIRST_BLOCKS = 12;

    /** Signatures can follow the date line of an instrument. */
    private static final int LAST_BLOCKS = 40;

    private static final int END = 3;

    /** A hostile text can consist of words such as "Done". Each costs a search for a date. */
    private static final int MOST_CLOSINGS = 2_000;

    private final String text;
    private final List<TextBlock> blocks;
    private final boolean typed;
    private int closings;

    private FormulaReader(ExtractedStructure structure) {
        this.text = structure.text();
        this.blocks = structure.blocks();
        this.typed = structure.description().type().isPresent();
    }

    /** Returns the metadata of the structure, completed with the formulas and the signatories of its text. */
    public static ExtractedMetadata complete(ExtractedStructure structure) {
        FormulaReader reader = new FormulaReader(structure);
        Optional<DatedFormula> closing = reader.closing();
        List<DatedFormula> formulas = Stream.of(closing, reader.dateLine(), reader.opening())
                .flatMap(Optional::stream)
                .toList();
        return structure
                .description()
                .and(formulas.stream().flatMap(it -> it.readings().stream()).toList())
                .and(SignatoryReader.read(structure, closing));
    }

    private Optional<DatedFormula> closing() {
        return IntStream.range(0, blocks.size())
                .filter(i -> blocks.get(i).kind() != PassageKind.METADATA
                        && blocks.get(i).kind() != PassageKind.FOOTNOTE)
                .boxed()
                .flatMap(i -> closing(i).stream())
                .findFirst();
    }

    private Optional<DatedFormula> closing(int block) {
        String words = blocks.get(block).in(text);
        return (typed ? IN_INSTRUMENTS : IN_ANY_TEXT)
                .stream()
                        .flatMap(pattern -> pattern.matcher(words).results())
                        .flatMap(match -> dated(block, words, match.start()).stream())
                        .findFirst();
    }

    private Optional<DatedFormula> dated(int block, String words, int from) {
        closings++;
        if (closings > MOST_CLOSINGS) {
            return Optional.empty();
        }
        String sentence = TextLines.inOneLine(words.substring(from, Math.min(from + SENTENCE, words.length())));
        return PrintedDateParser.find(sentence)
                .filter(date -> date.start() <= BEFORE_DATE)
                .map(date -> new DatedFormula(
                        date.edtf(),
                        PrintedPlace.near(date, sentence, NEAR),
                        MetadataSource.TEXT,
                        block,
                        blocks.get(block).start() + from))
                .filter(formula -> typed || formula.place().isPresent());
    }

    /** Finds a block that is only a date, perhaps with a place: below the title, or at the end of the text. */
    private Optional<DatedFormula> dateLine() {
        int first = (int) blocks.stream()
                .takeWhile(block -> block.kind() == PassageKind.METADATA)
                .count();
        return IntStream.concat(
                        IntStream.range(first, Math.min(first + FIRST_BLOCKS, blocks.size())),
                        IntStream.range(Math.max(first + FIRST_BLOCKS, blocks.size() - LAST_BLOCKS), blocks.size()))
                .boxed()
                .flatMap(i -> dateLine(i, i < first + FIRST_BLOCKS).stream()
                        .filter(line -> i < first + FIRST_BLOCKS
                                || i >= blocks.size() - END
                                || typed && line.place().isPresent()))
                .findFirst();
    }

    private Optional<DatedFormula> dateLine(int block, boolean top) {
        TextBlock at = blocks.get(block);
        if (at.kind() != PassageKind.PARAGRAPH && at.kind() != PassageKind.HEADING
                || at.end() - at.start() > SENTENCE) {
            return Optional.empty();
        }
        String line = TextLines.inOneLine(at.in(text));
        var inTitle = IN_PARENTHESES.matcher(line);
        String words = typed && top && at.kind() == PassageKind.HEADING && inTitle.find() ? inTitle.group(1) : line;
        return PrintedDateParser.find(words)
                .filter(date -> words.length() <= DATE_LINE)
                .flatMap(date -> dateLine(at, block, words, date, top ? MetadataSource.HEADING : MetadataSource.TEXT));
    }

    private static Optional<DatedFormula> dateLine(
            TextBlock at, int block, String words, PrintedDate date, MetadataSource source) {
        Optional<String> place = PrintedPlace.isOnlyDate(words, date)
                ? Optional.empty()
                : PrintedPlace.inLine(words, date).filter(name -> !PrintedDateParser.isWeekday(name));
        return place.isPresent() || PrintedPlace.isOnlyDate(words, date)
                ? Optional.of(new DatedFormula(date.edtf(), place, source, block, at.start()))
                : Optional.empty();
    }

    /** Finds the date and the place of the meeting that the first paragraphs of a declaration name. */
    private Optional<DatedFormula> opening() {
        return IntStream.range(0, typed ? blocks.size() : 0)
                .filter(i -> blocks.get(i).kind() == PassageKind.PARAGRAPH)
                .limit(3)
                .boxed()
                .flatMap(i -> opening(i).stream())
                .findFirst();
    }

    private Optional<DatedFormula> opening(int block) {
        TextBlock at = blocks.get(block);
        String words = TextLines.inOneLine(text.substring(at.start(), Math.min(at.start() + OPENING, at.end())));
        return PrintedDateParser.all(words).stream()
                .filter(date -> MEETING.matcher(words)
                        .results()
                        .anyMatch(meeting -> date.start() >= meeting.end() && date.start() - meeting.end() <= NEAR
                                || meeting.start() >= date.end() && meeting.start() - date.end() <= NEAR))
                .findFirst()
                .map(date -> new DatedFormula(
                        date.edtf(), PrintedPlace.near(date, words, NEAR / 2), MetadataSource.TEXT, block, at.start()));
    }
}
