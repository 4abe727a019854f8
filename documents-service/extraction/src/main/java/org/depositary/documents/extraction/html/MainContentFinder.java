package org.depositary.documents.extraction.html;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the main content of an HTML page. Leaves out scripts, menus and forms. If the page marks a main part, leaves
 * out everything else.
 */
final class MainContentFinder {
    private static final String NOT_TEXT =
            "script, style, noscript, template, svg, math annotation, canvas, iframe, object, select, datalist, button,"
                    + " input, textarea, dialog, [hidden], [aria-hidden=true], [style~=(?i)display\\s*:\\s*none]";
    private static final String NAVIGATION = "nav, menu, [role=navigation], [role=banner], [role=contentinfo],"
            + " [role=search], [role=complementary], body > header, body > footer,"
            + " aside:not(.footnotes):not([role^=doc-])";
    private static final String MAIN = "main, [role=main], article";

    /** The maximum number of marked parts whose length is measured, because measuring nested parts is slow. */
    private static final int CANDIDATES = 20;

    /**
     * The minimum share of the text that a marked main part must have. Otherwise the mark is probably wrong, and the
     * whole page is used.
     */
    private static final double MOST = 0.5;

    private MainContentFinder() {}

    /** Returns the element with the main content. Removes all other content from {@code page}. */
    static Element of(Document page) {
        page.select(NOT_TEXT).remove();
        Element body = page.body();
        body.select(NAVIGATION).remove();
        removeSmallForms(body);
        int all = length(body);
        return body.select(MAIN).stream()
                .limit(CANDIDATES)
                .filter(part -> length(part) >= all * MOST)
                .findFirst()
                .orElse(body);
    }

    /** Removes forms that contain little of the text. Large forms stay, because some old pages consist of one form. */
    private static void removeSmallForms(Element body) {
        int all = length(body);
        body.select("form").stream()
                .filter(form -> length(form) < all * MOST)
                .toList()
                .forEach(Element::remove);
    }

    private static int length(Element element) {
        return element.text().length();
    }
}
