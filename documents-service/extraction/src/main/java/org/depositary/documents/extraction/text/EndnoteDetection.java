package org.depositary.documents.extraction.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.depositary.documents.extraction.numbering.NoteNumber;
import org.depositary.documents.extraction.numbering.ParagraphMark;
import org.depositary.documents.extraction.structure.PassageKind;
import org.depositary.documents.extraction.structure.TextBlock;
import org.depositary.documents.extraction.structure.TextLines;

/** Marks the notes below a heading such as "Notes", "Noten", "Примечания" or "注释" as footnotes, if they count from 1. */
public final class EndnoteDetection {

    private static final Pattern HEADING = Pattern.compile(
            "(?iu)^(?:(?:end|foot)?notes|(?:eind|voet)?noten|примечания|сноски|примітки|anmerkungen|fußnoten|notas|注[释釋]?|脚注|尾注)"
                    + "[.:：]?$");

    private final String text;
    private boolean below;
    private int last;

    private EndnoteDetection(String text) {
        this.text = text;
    }

    public static List<TextBlock> mark(String text, List<TextBlock> blocks) {
        EndnoteDetection notes = new EndnoteDetection(text);
        List<TextBlock> marked = new ArrayList<>();
        blocks.forEach(block -> marked.add(notes.next(block)));
        return marked;
    }

    private TextBlock next(TextBlock block) {
        if (block.kind() == PassageKind.HEADING) {
            below = HEADING.matcher(TextLines.inOneLine(block.in(text))).matches();
            last = 0;
            return block;
        }
        boolean candidate = block.kind() == PassageKind.PARAGRAPH || block.kind() == PassageKind.LIST_ITEM;
        if (!below || !candidate || number(block).orElse(0) != last + 1) {
            return block;
        }
        last++;
        return new TextBlock(
                PassageKind.FOOTNOTE,
                block.start(),
                block.end(),
                Optional.of(Integer.toString(last)),
                block.page(),
                block.printed());
    }

    private OptionalInt number(TextBlock block) {
        String words = block.in(text);
        OptionalInt note = NoteNumber.of(words);
        return note.isPresent()
                ? note
                : ParagraphMark.of(words).map(ParagraphMark::number).filter(it -> it.matches("\\d{1,3}")).stream()
                        .mapToInt(Integer::parseInt)
                        .findFirst();
    }
}
