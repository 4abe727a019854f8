package org.depositary.documents.extraction.passage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.depositary.documents.extraction.numbering.ParagraphMark;
import org.depositary.documents.extraction.numbering.SectionHeading;
import org.depositary.documents.extraction.structure.PassageKind;
import org.depositary.documents.extraction.structure.TextBlock;

/**
 * Assigns the anchors of one document, in the order of the text: {@code p-12} is the twelfth paragraph, {@code
 * art-4.p-2} paragraph 2 of Article 4, {@code annex-1.art-2} Article 2 of Annex 1, {@code fn-26} the footnote numbered
 * 26, {@code meta-date} the header line with the date. A duplicate gets {@code ~2}, and so do the articles of a second
 * treaty in the same text.
 */
final class AnchorAssigner {

    /** A block with its anchor. Its kind may have changed: in an article, "1." begins a paragraph and "a)" an item. */
    record Anchored(String anchor, PassageKind kind) {}

    private final DocumentOutline outline;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> counted = new HashMap<>();
    private final Map<String, Integer> copies = new HashMap<>();
    private final Map<String, Integer> series = new HashMap<>();
    private final Map<String, String> lastArticle = new HashMap<>();
    private String scope = "";
    private Optional<ArticleAnchors> article = Optional.empty();

    AnchorAssigner(String text, List<TextBlock> blocks) {
        this.outline = DocumentOutline.of(text, blocks);
    }

    /** @param index of the block in the document; call this once per block, in order */
    Anchored next(int index, TextBlock block) {
        Optional<SectionHeading> heading = outline.heading(index);
        if (heading.isPresent()) {
            return heading.get().isArticle()
                    ? beginArticle(heading.get().number(), index, block)
                    : new Anchored(beginAnnex(heading.get().number()), PassageKind.HEADING);
        }
        return switch (block.kind()) {
            case HEADING -> new Anchored(heading(), PassageKind.HEADING);
            case FOOTNOTE, METADATA ->
                new Anchored(
                        block.label()
                                .map(label -> unique(block.kind().prefix() + "-" + label))
                                .orElseGet(() -> counted("", block.kind())),
                        block.kind());
            case PARAGRAPH, LIST_ITEM, TABLE_ROW -> inText(index, block);
        };
    }

    private Anchored beginArticle(String number, int index, TextBlock block) {
        boolean restarts =
                number.equals("1") && !lastArticle.getOrDefault(scope, "1").equals("1");
        if (restarts && taken.contains(scope + "art-1")) {
            series.merge(scope, 1, Integer::sum);
        }
        lastArticle.put(scope, number);
        String anchor = unique(scope + "art-" + number + repeat(series.getOrDefault(scope, 0) + 1));
        article = Optional.of(new ArticleAnchors(anchor, number, outline.paragraphStyle(index)));
        return block.kind() == PassageKind.HEADING
                ? new Anchored(anchor, PassageKind.HEADING)
                : inArticle(article.get(), Optional.empty(), block);
    }

    private String beginAnnex(String number) {
        article = Optional.empty();
        String anchor = number.isEmpty() ? counted("", "annex") : unique("annex-" + number);
        scope = anchor + ".";
        return anchor;
    }

    /** A heading directly below that of an article is its subject. Any other heading ends the article. */
    private String heading() {
        if (article.filter(ArticleAnchors::isEmpty).isPresent()) {
            return counted(article.get().anchor() + ".", PassageKind.HEADING);
        }
        article = Optional.empty();
        return counted(scope, PassageKind.HEADING);
    }

    private Anchored inText(int index, TextBlock block) {
        if (outline.endsArticles(index)) {
            article = Optional.empty();
        }
        return article.map(within -> inArticle(within, outline.mark(index), block))
                .orElseGet(() -> new Anchored(counted(scope, block.kind()), block.kind()));
    }

    private Anchored inArticle(ArticleAnchors within, Optional<ParagraphMark> mark, TextBlock block) {
        var next = within.next(mark, block.kind(), taken::contains);
        return new Anchored(unique(next.anchor()), next.kind());
    }

    private String counted(String before, PassageKind kind) {
        return counted(before, kind.prefix());
    }

    private String counted(String before, String prefix) {
        String anchor;
        do {
            anchor = before + prefix + "-" + counted.merge(before + prefix, 1, Integer::sum);
        } while (!taken.add(anchor));
        return anchor;
    }

    private String unique(String anchor) {
        if (taken.add(anchor)) {
            return anchor;
        }
        String base = anchor.replaceFirst("~\\d+$", "");
        String free;
        do {
            free = base + repeat(copies.merge(base, 1, Integer::sum) + 1);
        } while (!taken.add(free));
        return free;
    }

    private static String repeat(int copy) {
        return copy == 1 ? "" : "~" + copy;
    }
}
