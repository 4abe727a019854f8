package org.depositary.documents.extraction.html;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the main content of an HTML page: without scripts, menus and forms, and only the main part if the page marks
 * one.
 */
final class MainContentFinder {
    private static final String NOT_TEXT =
            "script, style, noscript, template, svg, math annotation, canvas, iframe, object, select, datalist, button,"
                    + " input, textarea, dialog, [hidden], [aria-hidden=true], [style~=(?i)display\\s*:\\s*none]";
    private static final String NAVIGATION = "nav, menu, [role=navigation], [role=banner], [role=contentinfo],"
            + " [role=search], [role=complementary], body > header, body > footer,"
            + " aside:not(.footnotes):not([role^=doc-])";
    private static final String MAIN = "main, [role=main], article";

    /** Measuring nested parts is slow, so only the first ones are measured. */
    private static final int CANDIDATES = 20;

    /** A marked main part with a smaller share of the text is ignored. */
    private static final double MOST = 0.5;

    private MainContentFinder() {}

    /** Removes everything else from the page. */
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

    /** Some old pages are one form from top to bottom, so large forms stay. */
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
