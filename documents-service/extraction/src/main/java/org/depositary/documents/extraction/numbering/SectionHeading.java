package org.depositary.documents.extraction.numbering;

import java.util.Optional;

/**
 * The heading of an article or of an annex.
 *
 * @param number in one form for digits, Roman numerals and words; empty for an annex without number
 */
public record SectionHeading(Kind kind, String number) {

    /** The kind of section that starts with the heading. */
    public enum Kind {
        ARTICLE,
        ANNEX
    }

    /** Parses the heading with which a text starts. Empty if it starts with none. */
    public static Optional<SectionHeading> of(String text) {
        return ArticleHeadingParser.number(text)
                .map(number -> new SectionHeading(Kind.ARTICLE, number))
                .or(() -> AnnexHeadingParser.number(text).map(number -> new SectionHeading(Kind.ANNEX, number)));
    }

    public boolean isArticle() {
        return kind == Kind.ARTICLE;
    }
}
