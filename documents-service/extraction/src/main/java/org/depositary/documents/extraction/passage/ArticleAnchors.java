package org.depositary.documents.extraction.passage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.depositary.documents.extraction.numbering.ParagraphMark;
import org.depositary.documents.extraction.passage.AnchorAssigner.Anchored;
import org.depositary.documents.extraction.structure.PassageKind;

/**
 * The anchors in one article. If the article numbers its paragraphs, {@code art-4.p-2} is the paragraph numbered 2, and
 * {@code art-4.p-2.li-a} its item a). Otherwise it is the second paragraph. Text before paragraph 1 is {@code
 * art-4.intro}.
 */
final class ArticleAnchors {

    private record ListLevel(ParagraphMark.Style style, String anchor) {}

    private final String anchor;
    private final String number;
    private final Optional<ParagraphMark.Style> style;
    private final Map<PassageKind, Integer> counted = new EnumMap<>(PassageKind.class);
    private final Deque<ListLevel> levels = new ArrayDeque<>();
    private Optional<ParagraphMark> lastItem = Optional.empty();
    private Optional<String> paragraph = Optional.empty();
    private int lastNumber;
    private boolean empty = true;

    /** @param style how the article marks its paragraphs; empty if it does not number them */
    ArticleAnchors(String anchor, String number, Optional<ParagraphMark.Style> style) {
        this.anchor = anchor;
        this.number = number;
        this.style = style;
    }

    String anchor() {
        return anchor;
    }

    /** Whether the article has nothing but its heading so far. */
    boolean isEmpty() {
        return empty;
    }

    Anchored next(Optional<ParagraphMark> printed, PassageKind kind, Predicate<String> taken) {
        empty = false;
        Optional<ParagraphMark> mark = printed.map(it -> it.after(lastItem));
        if (kind == PassageKind.TABLE_ROW) {
            return new Anchored(counted(anchor, kind), kind);
        }
        Optional<String> numbered = mark.flatMap(this::paragraphNumber);
        if (numbered.isPresent()) {
            return paragraph(anchor + ".p-" + numbered.get());
        }
        boolean item =
                kind == PassageKind.LIST_ITEM || mark.filter(this::beginsItem).isPresent();
        return item ? item(mark, taken) : unnumbered();
    }

    /** The number of a paragraph, if the mark is the next one of this article: "2." or, in Article 4, "4.2.". */
    private Optional<String> paragraphNumber(ParagraphMark mark) {
        if (!style.equals(Optional.of(mark.style())) || !mark.mayNumberParagraphs()) {
            return Optional.empty();
        }
        String own =
                mark.number().startsWith(number + ".") ? mark.number().substring(number.length() + 1) : mark.number();
        if (!own.matches("\\d{1,3}") || Integer.parseInt(own) <= lastNumber) {
            return Optional.empty();
        }
        lastNumber = Integer.parseInt(own);
        return Optional.of(own);
    }

    private Anchored paragraph(String next) {
        // The rows of tables count through the whole article.
        counted.keySet().removeIf(kind -> kind != PassageKind.TABLE_ROW);
        levels.clear();
        lastItem = Optional.empty();
        paragraph = Optional.of(next);
        counted.put(PassageKind.PARAGRAPH, 1);
        return new Anchored(next, PassageKind.PARAGRAPH);
    }

    /** In an article without numbers, a paragraph that begins with a bare number, such as a year, is no item. */
    private boolean beginsItem(ParagraphMark mark) {
        return mark.style() != ParagraphMark.Style.BARE
                && mark.style() != ParagraphMark.Style.MULTI_LEVEL
                && (mark.isFirst() || levels.stream().anyMatch(level -> level.style() == mark.style()));
    }

    private Anchored unnumbered() {
        levels.clear();
        lastItem = Optional.empty();
        if (style.isPresent() && paragraph.isEmpty()) {
            counted.put(PassageKind.PARAGRAPH, 1);
            return new Anchored(anchor + ".intro", PassageKind.PARAGRAPH);
        }
        String next = counted(style.isPresent() ? paragraph.orElseThrow() : anchor, PassageKind.PARAGRAPH);
        paragraph = style.isPresent() ? paragraph : Optional.of(next);
        return new Anchored(next, PassageKind.PARAGRAPH);
    }

    private Anchored item(Optional<ParagraphMark> mark, Predicate<String> taken) {
        String within = style.isPresent() ? paragraph.orElse(anchor) : anchor;
        if (mark.isEmpty()) {
            levels.clear();
            return new Anchored(counted(within, PassageKind.LIST_ITEM), PassageKind.LIST_ITEM);
        }
        String list = list(mark.get(), within);
        String next = item(list, mark.get());
        if (taken.test(next) && list.equals(anchor) && paragraph.isPresent()) {
            next = item(paragraph.get(), mark.get());
        }
        levels.push(new ListLevel(mark.get().style(), next));
        lastItem = mark;
        return new Anchored(next, PassageKind.LIST_ITEM);
    }

    /** Finds the list that an item goes on with, or begins: within the last item, if that has another style. */
    private String list(ParagraphMark mark, String outermost) {
        boolean goesOn = levels.stream().anyMatch(level -> level.style() == mark.style());
        while (goesOn && levels.peek().style() != mark.style()) {
            levels.pop();
        }
        if (goesOn) {
            String sibling = levels.pop().anchor();
            return sibling.substring(0, sibling.lastIndexOf(".li-"));
        }
        return levels.isEmpty() ? outermost : levels.peek().anchor();
    }

    private static String item(String list, ParagraphMark mark) {
        return list + "." + PassageKind.LIST_ITEM.prefix() + "-" + mark.number();
    }

    private String counted(String within, PassageKind kind) {
        return within + "." + kind.prefix() + "-" + counted.merge(kind, 1, Integer::sum);
    }
}
