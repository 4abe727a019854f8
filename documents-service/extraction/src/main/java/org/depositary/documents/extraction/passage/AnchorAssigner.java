package org.depositary.documents.extraction.passage;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.depositary.documents.extraction.structure.ArticleHeadingParser;
import org.depositary.documents.extraction.structure.PassageKind;
import org.depositary.documents.extraction.structure.TextBlock;

/**
 * Assigns the anchors of one document, in the order of the text: {@code p-12} is the twelfth paragraph, {@code
 * art-4.p-2} the second of Article 4, {@code fn-26} the footnote numbered 26, {@code meta-date} the header line with
 * the date. A duplicate gets {@code ~2}.
 */
final class AnchorAssigner {
    private final Set<String> taken = new HashSet<>();
    private final Map<PassageKind, Integer> counted = new EnumMap<>(PassageKind.class);
    private final Map<PassageKind, Integer> countedInArticle = new EnumMap<>(PassageKind.class);
    private final Map<String, Integer> repeats = new HashMap<>();
    private Optional<String> article = Optional.empty();

    String next(TextBlock block, String text) {
        Optional<String> begun = startOfArticle(block, text);
        if (begun.isPresent()) {
            String anchor = unique("art-" + begun.get());
            article = Optional.of(anchor);
            countedInArticle.clear();
            return block.kind() == PassageKind.HEADING ? anchor : inArticle(block.kind());
        }
        return switch (block.kind()) {
            case HEADING -> {
                article = Optional.empty();
                yield counted(block.kind());
            }
            case FOOTNOTE, METADATA ->
                block.label()
                        .map(label -> unique(block.kind().prefix() + "-" + label))
                        .orElseGet(() -> counted(block.kind()));
            case PARAGRAPH, LIST_ITEM, TABLE_ROW ->
                article.isPresent() ? inArticle(block.kind()) : counted(block.kind());
        };
    }

    private static Optional<String> startOfArticle(TextBlock block, String text) {
        return switch (block.kind()) {
            case HEADING, PARAGRAPH -> ArticleHeadingParser.number(block.in(text));
            default -> Optional.empty();
        };
    }

    private String inArticle(PassageKind kind) {
        return article.orElseThrow() + "." + kind.prefix() + "-" + countedInArticle.merge(kind, 1, Integer::sum);
    }

    private String counted(PassageKind kind) {
        String anchor = kind.prefix() + "-" + counted.merge(kind, 1, Integer::sum);
        return taken.add(anchor) ? anchor : counted(kind);
    }

    private String unique(String anchor) {
        if (taken.add(anchor)) {
            return anchor;
        }
        return unique(anchor.replaceFirst("~\\d+$", "") + "~"
                + (repeats.merge(anchor.replaceFirst("~\\d+$", ""), 1, Integer::sum) + 1));
    }
}
