package org.depositary.documents.extraction.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.documents.extraction.structure.ExtractedStructure;
import org.depositary.documents.extraction.structure.ExtractionDeadline;
import org.depositary.documents.extraction.structure.TextBlock;
import org.depositary.documents.extraction.structure.TextLines;

/** Builds passages from blocks: splits very long ones, assigns anchors, and converts offsets to code points. */
public final class PassageBuilder {
    /** The maximum length of a passage, in bytes of UTF-8. Longer blocks are split. */
    public static final int LONGEST = 64 * 1024;

    private final String text;
    private final LanguageDetection languages;
    private final AnchorAssigner anchors;
    private final List<Passage> passages = new ArrayList<>();
    private int at;
    private int codePointsBefore;

    private PassageBuilder(ExtractedStructure structure, LanguageDetection languages) {
        this.text = structure.text();
        this.languages = languages;
        this.anchors = new AnchorAssigner(structure.text(), structure.blocks());
    }

    public static List<Passage> of(
            ExtractedStructure structure, LanguageDetection languages, ExtractionDeadline deadline) {
        PassageBuilder making = new PassageBuilder(structure, languages);
        for (int i = 0; i < structure.blocks().size(); i++) {
            deadline.check();
            making.add(i, structure.blocks().get(i));
        }
        return List.copyOf(making.passages);
    }

    private void add(int index, TextBlock printed) {
        AnchorAssigner.Anchored anchored = anchors.next(index, printed);
        TextBlock block = printed.as(anchored.kind());
        Optional<String> language = languages.of(printed);
        String anchor = anchored.anchor();
        int part = 1;
        for (int from = block.start(); from < block.end(); part++) {
            int until = cut(from, block.end());
            add(block, language, part == 1 ? anchor : anchor + ".part-" + part, from, until);
            from = afterSpace(until, block.end());
        }
    }

    private void add(TextBlock block, Optional<String> language, String anchor, int start, int end) {
        int from = codePoints(start);
        int until = codePoints(end);
        passages.add(new Passage(
                anchor,
                block.kind(),
                from,
                until,
                language,
                block.page(),
                block.printed().pageLabel(),
                block.printed().box(),
                List.of(),
                Optional.empty()));
    }

    /**
     * Converts an offset from UTF-16 units to code points. Must be called with increasing offsets: it continues from
     * the last one, so that each character is counted once.
     */
    private int codePoints(int offset) {
        codePointsBefore += text.codePointCount(at, offset);
        at = offset;
        return codePointsBefore;
    }

    /**
     * Returns the end of a passage that starts at {@code from}: the end of the block if it fits, otherwise the end of
     * the last sentence, word or character that fits.
     */
    private int cut(int from, int end) {
        int bytes = 0;
        int word = from;
        int sentence = from;
        int i = from;
        while (i < end) {
            int c = text.codePointAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (bytes > LONGEST) {
                return sentence > from ? sentence : word > from ? word : i;
            }
            if (Character.isWhitespace(c)) {
                word = i;
                sentence = TextLines.endSentence(text.substring(Math.max(from, i - 8), i)) ? i : sentence;
            }
            i += Character.charCount(c);
        }
        return end;
    }

    private int afterSpace(int from, int end) {
        int i = from;
        while (i < end && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
