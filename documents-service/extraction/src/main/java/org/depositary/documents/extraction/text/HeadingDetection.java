package org.depositary.documents.extraction.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.depositary.documents.extraction.numbering.SectionHeading;
import org.depositary.documents.extraction.structure.PassageKind;
import org.depositary.documents.extraction.structure.TextBlock;
import org.depositary.documents.extraction.structure.TextLines;

/** Detects headings in plain text: short blocks that stand alone and are not sentences. */
final class HeadingDetection {
    private static final int MOST_WORDS = 12;
    static final int LONGEST = 100;

    /** The maximum length of a heading in Chinese or Japanese, which needs fewer characters than an alphabet. */
    private static final int LONGEST_IDEOGRAPHIC = 30;

    /** A block that ends in a full stop is a heading only if it has at most this many words. */
    private static final int MOST_WORDS_WITH_STOP = 7;

    private static final Pattern BEGINS =
            Pattern.compile("^(?:[\\dIVXLC.]{1,6}\\s+)?[\\p{Lu}\\p{Lo}\\d].*", Pattern.DOTALL);
    private static final Pattern ENDS = Pattern.compile(".*[\\p{L}\\p{M}\\p{N}.?!’”\"]$", Pattern.DOTALL);
    private static final Pattern NUMBERED =
            Pattern.compile("^(?:\\d{1,2}(?:\\.\\d{1,2})*\\.?|[IVXLC]{1,5}[.)])\\s+\\p{Lu}[^.;:]*$");
    private static final Pattern IDEOGRAPHIC =
            Pattern.compile(".*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}].*", Pattern.DOTALL);
    private static final Pattern TWO_SENTENCES = Pattern.compile(".*\\p{Ll}\\.\\s+\\S.*", Pattern.DOTALL);

    private final String text;
    private final boolean wrapped;

    private HeadingDetection(String text, boolean wrapped) {
        this.text = text;
        this.wrapped = wrapped;
    }

    static List<TextBlock> mark(String text, List<TextBlock> blocks, boolean wrapped) {
        HeadingDetection headings = new HeadingDetection(text, wrapped);
        List<TextBlock> marked = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            TextBlock block = blocks.get(i);
            boolean followed = i + 1 < blocks.size();
            marked.add(
                    followed && headings.isHeading(block, marked, blocks.get(i + 1))
                            ? block.as(PassageKind.HEADING)
                            : block);
        }
        return marked;
    }

    /** Whether the block is only the number of an article or annex and its subject. */
    static boolean namesSection(String text, TextBlock block) {
        String words = TextLines.inOneLine(block.in(text));
        return shortEnough(words)
                && !isInlineArticle(words)
                && SectionHeading.of(words).isPresent();
    }

    /** Whether the text of an article begins on the line of its number: "Article 4. The Parties help each other." */
    private static boolean isInlineArticle(String words) {
        boolean ideographic = IDEOGRAPHIC.matcher(words).matches();
        return ideographic
                ? words.endsWith("。")
                : words.endsWith(".") && TextLines.countWords(words) > MOST_WORDS_WITH_STOP;
    }

    private boolean isHeading(TextBlock block, List<TextBlock> before, TextBlock after) {
        if (block.end() - block.start() > 2 * LONGEST) {
            return false;
        }
        String words = TextLines.inOneLine(block.in(text));
        return switch (block.kind()) {
            case PARAGRAPH ->
                namesSection(text, block) || shortEnough(words) && readsAsHeading(words) && afterFinished(before);
            case LIST_ITEM ->
                shortEnough(words)
                        && NUMBERED.matcher(words).matches()
                        && after.kind() != PassageKind.LIST_ITEM
                        && (before.isEmpty() || before.getLast().kind() != PassageKind.LIST_ITEM);
            default -> false;
        };
    }

    private static boolean shortEnough(String words) {
        int longest = IDEOGRAPHIC.matcher(words).matches() ? LONGEST_IDEOGRAPHIC : LONGEST;
        return words.length() <= longest && TextLines.countWords(words) <= MOST_WORDS;
    }

    private boolean readsAsHeading(String words) {
        boolean stop = words.endsWith(".");
        return BEGINS.matcher(words).matches()
                && ENDS.matcher(words).matches()
                && words.codePoints().anyMatch(Character::isLetter)
                && (!stop || wrapped && TextLines.countWords(words) <= MOST_WORDS_WITH_STOP)
                && !TWO_SENTENCES.matcher(words).matches();
    }

    /**
     * Whether the paragraph before ends with a complete sentence. If it does not, it continues in the next block,
     * which is therefore not a heading. Footnotes between the two are skipped.
     */
    private boolean afterFinished(List<TextBlock> before) {
        return before.reversed().stream()
                .filter(block -> block.kind() != PassageKind.FOOTNOTE && block.kind() != PassageKind.METADATA)
                .findFirst()
                .map(block ->
                        block.kind() != PassageKind.PARAGRAPH || !wrapped || TextLines.endSentence(block.in(text)))
                .orElse(true);
    }
}
