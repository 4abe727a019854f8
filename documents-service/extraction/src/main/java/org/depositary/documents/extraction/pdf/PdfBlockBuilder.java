package org.depositary.documents.extraction.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.depositary.documents.extraction.structure.PageBox;
import org.depositary.documents.extraction.structure.PassageKind;
import org.depositary.documents.extraction.structure.PrintedBlock;
import org.depositary.documents.extraction.structure.TextBlock;
import org.depositary.documents.extraction.structure.TextLines;

/**
 * Joins printed lines to blocks, across lines and pages. Footnotes come after the text, as in a Word document, so that
 * they do not interrupt a paragraph.
 */
final class PdfBlockBuilder {

    private static final Pattern NOTE = Pattern.compile("^[\\[(]?(\\d{1,3})[\\])]?[.:]?\\s*(\\S.*)$");
    private static final int LONGEST_HEADING = 200;

    private final PdfLayout layout;
    private final PdfPageLabels labels;
    private final StringBuilder text = new StringBuilder();
    private final List<TextBlock> blocks = new ArrayList<>();
    private boolean hasHeadings;

    private PdfBlockBuilder(PdfLayout layout, PdfPageLabels labels) {
        this.layout = layout;
        this.labels = labels;
    }

    /** @param labels the page labels that the file declares */
    static PdfBlockBuilder of(List<PdfLine> printed, PdfPageLabels labels) {
        var furniture = PdfPageFurniture.remove(printed);
        List<PdfLine> lines = furniture.lines();
        var builder = new PdfBlockBuilder(PdfLayout.of(lines), labels.orPrinted(furniture.removed()));
        List<PdfLine> notes = new ArrayList<>();
        List<PdfLine> body = new ArrayList<>();
        builder.split(lines, body, notes);
        builder.addBody(body);
        builder.addNotes(notes);
        return builder;
    }

    String text() {
        return text.toString();
    }

    List<TextBlock> blocks() {
        return blocks;
    }

    /** Whether larger or bold type marks headings. */
    boolean hasHeadings() {
        return hasHeadings;
    }

    /** Small lines at the end of a page are footnotes, if the first of them begins with a number. */
    private void split(List<PdfLine> lines, List<PdfLine> body, List<PdfLine> notes) {
        for (int from = 0, until; from < lines.size(); from = until) {
            until = endOfPage(lines, from);
            int firstNote = until;
            while (firstNote > from && lines.get(firstNote - 1).isSmaller(layout.size())) {
                firstNote--;
            }
            boolean goesOn = !notes.isEmpty();
            while (firstNote < until
                    && !goesOn
                    && !NOTE.matcher(lines.get(firstNote).text()).matches()) {
                firstNote++;
            }
            body.addAll(lines.subList(from, firstNote));
            notes.addAll(lines.subList(firstNote, until));
        }
    }

    private static int endOfPage(List<PdfLine> lines, int from) {
        int until = from;
        while (until < lines.size()
                && lines.get(until).page() == lines.get(from).page()) {
            until++;
        }
        return until;
    }

    private void addBody(List<PdfLine> body) {
        List<PdfLine> block = new ArrayList<>();
        for (PdfLine line : body) {
            if (!block.isEmpty() && layout.begins(line, block.getLast())) {
                add(block);
                block.clear();
            }
            block.add(line);
        }
        if (!block.isEmpty()) {
            add(block);
        }
    }

    private void add(List<PdfLine> lines) {
        PassageKind kind = kind(lines);
        hasHeadings |= kind == PassageKind.HEADING;
        add(kind, lines, Optional.empty());
    }

    private PassageKind kind(List<PdfLine> lines) {
        PdfLine first = lines.getFirst();
        if (first.isRow()) {
            return PassageKind.TABLE_ROW;
        }
        if (PdfLayout.isItem(first)) {
            return PassageKind.LIST_ITEM;
        }
        int length = lines.stream().mapToInt(line -> line.text().length()).sum();
        boolean stands = lines.stream().allMatch(PdfLine::bold) || first.isLarger(layout.size());
        boolean sentence = TextLines.endSentence(lines.getLast().text()) && length > LONGEST_HEADING / 2;
        return stands && length <= LONGEST_HEADING && !sentence ? PassageKind.HEADING : PassageKind.PARAGRAPH;
    }

    private void addNotes(List<PdfLine> notes) {
        List<PdfLine> note = new ArrayList<>();
        int last = 0;
        for (PdfLine line : notes) {
            int number = number(line);
            if (number > 0 && (last == 0 || number == last + 1)) {
                addNote(note);
                note.clear();
                last = number;
            }
            note.add(line);
        }
        addNote(note);
    }

    private void addNote(List<PdfLine> note) {
        if (!note.isEmpty()) {
            int number = number(note.getFirst());
            add(PassageKind.FOOTNOTE, note, number > 0 ? Optional.of(Integer.toString(number)) : Optional.empty());
        }
    }

    private static int number(PdfLine line) {
        Matcher matcher = NOTE.matcher(line.text());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private void add(PassageKind kind, List<PdfLine> lines, Optional<String> label) {
        if (!blocks.isEmpty()) {
            boolean tight =
                    kind == blocks.getLast().kind() && (kind == PassageKind.LIST_ITEM || kind == PassageKind.TABLE_ROW);
            text.append(tight ? "\n" : "\n\n");
        }
        int start = text.length();
        List<Integer> hyphens = new ArrayList<>();
        lines.forEach(line -> join(start, line.words(), hyphens));
        int page = lines.getFirst().page();
        var printed = new PrintedBlock(labels.of(page), Optional.of(box(lines, page)), hyphens);
        blocks.add(new TextBlock(kind, start, text.length(), label, OptionalInt.of(page), printed));
    }

    /** Returns the box around the lines on the first page of a block. */
    private static PageBox box(List<PdfLine> lines, int page) {
        List<PdfLine> onPage =
                lines.stream().filter(line -> line.page() == page).toList();
        return PageBox.of(
                onPage.stream().mapToDouble(PdfLine::left).min().orElse(0),
                onPage.stream().mapToDouble(PdfLine::top).min().orElse(0),
                onPage.stream().mapToDouble(PdfLine::right).max().orElse(0),
                onPage.stream().mapToDouble(PdfLine::bottom).max().orElse(0));
    }

    /**
     * Joins a line to the text of its block. A hyphen at the end of a line stays, without a space after it. A soft
     * hyphen only marks where a word may be broken, so it goes.
     */
    private void join(int start, String line, List<Integer> hyphens) {
        int end = text.length();
        if (end == start) {
            text.append(line);
            return;
        }
        char last = text.charAt(end - 1);
        boolean afterLetter = end - 1 > start && Character.isLetter(text.charAt(end - 2));
        if (last == '\u00AD') {
            text.setLength(end - 1);
        } else if ((last == '-' || last == '\u2010') && afterLetter && Character.isLetter(line.charAt(0))) {
            hyphens.add(end - 1);
        } else if (!(Character.isIdeographic(last) && Character.isIdeographic(line.codePointAt(0)))) {
            text.append(' ');
        }
        text.append(line);
    }
}
