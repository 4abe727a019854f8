package org.depositary.documents.extraction.passage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.depositary.documents.extraction.numbering.ParagraphMark;
import org.depositary.documents.extraction.numbering.SectionHeading;
import org.depositary.documents.extraction.structure.PassageKind;
import org.depositary.documents.extraction.structure.TextBlock;

/** The articles and annexes of a document, and the marks of its paragraphs, found before anchors are assigned. */
final class DocumentOutline {

    /** The sentence after the last article: "Done at Shanghai on …". */
    private static final Pattern CLOSING = Pattern.compile(
            "(?iu)^(?:(?:done|signed) (?:at|in)\\s|in witness whereof|(?:gedaan|opgemaakt) te\\s|ten blijke waarvan|fait à\\s|"
                    + "en foi de quoi|geschehen zu\\s|hecho en\\s|fatto a\\s|(?:вчинено|учинено)\\s+[ву]\\s|"
                    + "совершено\\s+в|в удостоверение чего|составлено\\s+в\\s|本\\S{1,6}于.*(?:签订|签署|订立)|(?:签订|订)于).*",
            Pattern.DOTALL);

    private static final int LONGEST_CLOSING = 1_000;
    private static final Pattern COLON = Pattern.compile(".*[:：]\\s*$", Pattern.DOTALL);

    private final String text;
    private final List<TextBlock> blocks;
    private final List<Optional<SectionHeading>> headings;
    private final Set<Integer> contents;

    private DocumentOutline(String text, List<TextBlock> blocks, List<Optional<SectionHeading>> headings) {
        this.text = text;
        this.blocks = blocks;
        this.headings = headings;
        this.contents = contents();
    }

    static DocumentOutline of(String text, List<TextBlock> blocks) {
        List<Optional<SectionHeading>> headings =
                blocks.stream().map(block -> heading(text, block)).toList();
        return new DocumentOutline(text, blocks, headings);
    }

    private static Optional<SectionHeading> heading(String text, TextBlock block) {
        return switch (block.kind()) {
            case HEADING -> SectionHeading.of(block.in(text));
            case PARAGRAPH -> SectionHeading.of(block.in(text)).filter(SectionHeading::isArticle);
            default -> Optional.empty();
        };
    }

    /** The article or annex that begins with a block. Empty for a line in a table of contents. */
    Optional<SectionHeading> heading(int index) {
        return contents.contains(index) ? Optional.empty() : headings.get(index);
    }

    Optional<ParagraphMark> mark(int index) {
        return ParagraphMark.of(blocks.get(index).in(text));
    }

    /** Whether a paragraph closes the articles of a treaty, with place and date of its signature. */
    boolean endsArticles(int index) {
        TextBlock block = blocks.get(index);
        return block.kind() == PassageKind.PARAGRAPH
                && block.end() - block.start() <= LONGEST_CLOSING
                && CLOSING.matcher(block.in(text)).matches();
    }

    /**
     * Returns how an article marks its paragraphs: by the first mark with the number 1, unless it is in a list after a
     * colon. Empty if the article does not number its paragraphs.
     *
     * @param article the index of the block that begins the article
     */
    Optional<ParagraphMark.Style> paragraphStyle(int article) {
        String number = headings.get(article).orElseThrow().number();
        String before = blocks.get(article).kind() == PassageKind.HEADING
                ? ""
                : blocks.get(article).in(text);
        List<TextBlock> body = body(article);
        for (int i = 0; i < body.size(); i++) {
            String words = body.get(i).in(text);
            Optional<ParagraphMark> mark = ParagraphMark.of(words)
                    .filter(ParagraphMark::mayNumberParagraphs)
                    .filter(it -> it.number().equals("1") || it.number().equals(number + ".1"));
            if (mark.isPresent() && !COLON.matcher(before).matches() && numbers(mark.get(), before, body, i)) {
                return Optional.of(mark.get().style());
            }
            before = words;
        }
        return Optional.empty();
    }

    /** Marks that are common in lists number paragraphs only at the start of an article; a bare number needs a second. */
    private boolean numbers(ParagraphMark mark, String before, List<TextBlock> body, int first) {
        return switch (mark.style()) {
            case BARE, MULTI_LEVEL ->
                before.isEmpty()
                        && body.stream()
                                .skip(first + 1L)
                                .flatMap(block -> ParagraphMark.of(block.in(text)).stream())
                                .anyMatch(it -> it.style() == mark.style()
                                        && it.number().endsWith("2"));
            case BRACKET, HAN_PARENTHESES -> before.isEmpty();
            default -> true;
        };
    }

    /** The paragraphs and items of an article, up to the next heading that is not its subject. */
    private List<TextBlock> body(int article) {
        List<TextBlock> body = new ArrayList<>();
        for (int i = article + 1; i < blocks.size() && heading(i).isEmpty() && !endsArticles(i); i++) {
            TextBlock block = blocks.get(i);
            if (block.kind() == PassageKind.HEADING && !body.isEmpty()) {
                break;
            }
            if (block.kind() == PassageKind.PARAGRAPH || block.kind() == PassageKind.LIST_ITEM) {
                body.add(block);
            }
        }
        return body;
    }

    /** Lines of a table of contents: headings without a text, which occur again later. */
    private Set<Integer> contents() {
        Set<Integer> contents = new HashSet<>();
        Set<SectionHeading> later = new HashSet<>();
        Set<Integer> repeated = new HashSet<>();
        boolean textFollows = false;
        for (int i = blocks.size() - 1; i >= 0; i--) {
            Optional<SectionHeading> heading = headings.get(i);
            boolean again = heading.filter(it -> !later.add(it)).isPresent();
            if (again && blocks.get(i).kind() == PassageKind.HEADING) {
                repeated.add(i);
                if (!textFollows) {
                    contents.add(i);
                }
            }
            textFollows =
                    heading.isEmpty() && (textFollows || isText(blocks.get(i).kind()));
        }
        addLastLines(contents, repeated);
        return contents;
    }

    /** A text follows the last line of a table of contents, but the line before it belongs to the table. */
    private static void addLastLines(Set<Integer> contents, Set<Integer> repeated) {
        for (int i : List.copyOf(contents)) {
            for (int next = i + 1; repeated.contains(next) && contents.add(next); ) {
                next++;
            }
        }
    }

    private static boolean isText(PassageKind kind) {
        return kind == PassageKind.PARAGRAPH || kind == PassageKind.LIST_ITEM || kind == PassageKind.TABLE_ROW;
    }
}
