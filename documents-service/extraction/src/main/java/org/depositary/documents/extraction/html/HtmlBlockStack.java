package org.depositary.documents.extraction.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.depositary.documents.extraction.structure.PassageKind;
import org.depositary.documents.extraction.structure.TextBlock;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Tracks, while the elements of an HTML page are visited, in which kind of block the current position is. */
final class HtmlBlockStack {
    private static final Pattern HEADING = Pattern.compile("h[1-6]");
    private static final Pattern NOTE_ID =
            Pattern.compile("(?i)^_?(?:e?d?ftn|edn|fn|footnote|endnote|cite_note|note)[-_:.a-z]*?(\\d{1,4})$");
    private static final Evaluator NOTES =
            QueryParser.parse(".footnotes, .footnote, .endnotes, ol.references, [role=doc-endnotes]");
    private static final Evaluator NOTE = QueryParser.parse("[role=doc-footnote], [role=doc-endnote]");
    private static final Set<String> MAY_BE_NOTES = Set.of("li", "p", "div");

    /**
     * Matches elements that do not occur in data tables. A table row that contains one is taken as layout and not as
     * data.
     */
    private static final Evaluator NOT_IN_DATA =
            QueryParser.parse("table, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, p ~ p");

    private static final int LONGEST_CELL = 1500;

    /**
     * A kind of block.
     *
     * @param label the number of a footnote; absent for other kinds
     */
    record Kind(PassageKind kind, Optional<String> label) {
        static Kind of(PassageKind kind) {
            return new Kind(kind, Optional.empty());
        }

        TextBlock block(int start, int end) {
            return label.map(it -> TextBlock.labelled(kind, start, end, it))
                    .orElseGet(() -> TextBlock.of(kind, start, end));
        }

        /** Returns the separator before the block: one line end for list items and table rows, two for paragraphs. */
        String separator() {
            return kind == PassageKind.LIST_ITEM || kind == PassageKind.TABLE_ROW ? "\n" : "\n\n";
        }
    }

    private record Place(Element element, Kind kind) {}

    private final Deque<Place> places = new ArrayDeque<>();

    Kind current() {
        return places.isEmpty() ? Kind.of(PassageKind.PARAGRAPH) : places.peek().kind();
    }

    boolean inRow() {
        return current().kind() == PassageKind.TABLE_ROW;
    }

    boolean isCell(Element element) {
        return inRow() && (element.nameIs("td") || element.nameIs("th"));
    }

    /** Whether the element starts a new block. Inside a table row no element does, so that the row stays one block. */
    boolean separates(Element element) {
        return element.isBlock() && !inRow() || element.nameIs("caption") || element.nameIs("figcaption");
    }

    void enter(Element element) {
        places.push(new Place(element, kind(element)));
    }

    boolean leaves(Element element) {
        return !places.isEmpty() && places.peek().element() == element;
    }

    void leave() {
        places.pop();
    }

    private Kind kind(Element element) {
        String name = element.normalName();
        if (HEADING.matcher(name).matches()) {
            return Kind.of(PassageKind.HEADING);
        }
        if (isNote(element)) {
            return new Kind(PassageKind.FOOTNOTE, noteNumber(element));
        }
        return switch (name) {
            case "li", "dt", "dd" -> Kind.of(PassageKind.LIST_ITEM);
            case "tr" -> Kind.of(isData(element) ? PassageKind.TABLE_ROW : PassageKind.PARAGRAPH);
            case "article", "section", "table", "aside" -> Kind.of(PassageKind.PARAGRAPH);
            default -> current();
        };
    }

    private static boolean isNote(Element element) {
        return element.is(NOTE)
                || element.nameIs("li") && element.closest(NOTES) != null
                || MAY_BE_NOTES.contains(element.normalName())
                        && NOTE_ID.matcher(element.id()).matches();
    }

    private static Optional<String> noteNumber(Element element) {
        Matcher matcher = NOTE_ID.matcher(element.id());
        if (matcher.matches()) {
            return Optional.of(matcher.group(1));
        }
        return element.nameIs("li")
                ? Optional.of(Integer.toString(element.elementSiblingIndex() + 1))
                : Optional.empty();
    }

    private static boolean isData(Element row) {
        return row.select(NOT_IN_DATA).isEmpty()
                && row.children().stream().allMatch(cell -> cell.wholeText().length() <= LONGEST_CELL)
                && row.childrenSize() > 1;
    }
}
