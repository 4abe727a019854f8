package org.depositary.gateway.read.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A selector of the W3C Web Annotation model: it says which part of a document is meant. Offsets count Unicode code points
 * in the text of the document.
 *
 * @param type {@code FragmentSelector}, {@code TextPositionSelector} or {@code TextQuoteSelector}
 * @param conformsTo of a fragment: RFC 8118, the fragments of PDF files
 * @param value of a fragment: {@code page=3}
 * @param start of a position: inclusive; {@code end} is exclusive
 * @param exact of a quote: the selected text; {@code prefix} and {@code suffix} are the text around it
 */
public record Selector(
        String type,
        Optional<String> conformsTo,
        Optional<String> value,
        Optional<Integer> start,
        Optional<Integer> end,
        Optional<String> exact,
        Optional<String> prefix,
        Optional<String> suffix) {

    private static final String PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc8118";

    /** The selectors of a part of a text; that of the page first, if there is one. */
    static List<Selector> of(Optional<Long> page, int start, int end, String exact, String prefix, String suffix) {
        var selectors = new ArrayList<Selector>();
        page.ifPresent(number -> selectors.add(fragment("page=" + number)));
        selectors.add(position(start, end));
        selectors.add(quote(exact, prefix, suffix));
        return selectors;
    }

    private static Selector fragment(String value) {
        return new Selector(
                "FragmentSelector",
                Optional.of(PDF_FRAGMENTS),
                Optional.of(value),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Selector position(int start, int end) {
        return new Selector(
                "TextPositionSelector",
                Optional.empty(),
                Optional.empty(),
                Optional.of(start),
                Optional.of(end),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Selector quote(String exact, String prefix, String suffix) {
        return new Selector(
                "TextQuoteSelector",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(exact),
                Optional.of(prefix),
                Optional.of(suffix));
    }
}
