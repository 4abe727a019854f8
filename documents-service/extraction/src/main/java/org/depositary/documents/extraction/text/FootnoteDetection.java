package org.depositary.documents.extraction.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.depositary.documents.extraction.numbering.NoteNumber;

/**
 * Detects footnotes at the ends of pages in plain text: numbered lines after a rule, without empty lines between them.
 * A number starts a note only if it is the next number, so a year at the start of a line does not.
 */
final class FootnoteDetection {
    /** The role of a line in the footnotes of its page. */
    sealed interface Role {
        record Body() implements Role {}

        /**
         * The line begins a footnote.
         *
         * @param number the number as printed; absent if the footnote continues from the page before
         */
        record Begins(Optional<String> number) implements Role {}

        record GoesOn() implements Role {}
    }

    private static final Role BODY = new Role.Body();

    private final List<PrintedLine> lines;
    private boolean inside;
    private OptionalInt last = OptionalInt.empty();

    FootnoteDetection(List<PrintedLine> lines) {
        this.lines = lines;
    }

    /** Returns the role of the line at an index. Call it once per line, in order. */
    Role next(int index) {
        PrintedLine line = lines.get(index);
        OptionalInt number = number(line);
        if (line.afterRule()) {
            inside = number.isPresent()
                    || tight(index + 1) && number(lines.get(index + 1)).isPresent();
            return inside ? begins(number) : BODY;
        }
        if (!inside) {
            return BODY;
        }
        boolean due = number.isPresent() && number.getAsInt() - 1 == last.orElse(number.getAsInt());
        if (due) {
            return begins(number);
        }
        inside = line.gap() == 0 && !firstOfNextPage(index);
        return inside ? new Role.GoesOn() : BODY;
    }

    private Role begins(OptionalInt number) {
        last = number;
        return new Role.Begins(number.stream().mapToObj(Integer::toString).findFirst());
    }

    /**
     * Whether the line is the first of the next page. PDF converters mark the top of a page by an indented line
     * followed by an empty one.
     */
    private boolean firstOfNextPage(int index) {
        PrintedLine line = lines.get(index);
        return line.page() != lines.get(index - 1).page() || line.indented() && !tight(index + 1);
    }

    private boolean tight(int index) {
        return index < lines.size() && lines.get(index).gap() == 0;
    }

    private static OptionalInt number(PrintedLine line) {
        return NoteNumber.of(line.text());
    }
}
