package org.depositary.gateway.reference;

import io.quarkus.qute.RawString;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders CommonMark, the format of descriptions in OpenAPI documents. HTML in the text is escaped. */
final class MarkdownText {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).build();

    private MarkdownText() {}

    static RawString html(String markdown) {
        return new RawString(RENDERER.render(PARSER.parse(markdown)));
    }

    /** The HTML of a text of one paragraph, without the element of the paragraph. */
    static RawString inline(String markdown) {
        return new RawString(RENDERER.render(PARSER.parse(markdown))
                .strip()
                .replaceFirst("^<p>", "")
                .replaceFirst("</p>$", ""));
    }
}
