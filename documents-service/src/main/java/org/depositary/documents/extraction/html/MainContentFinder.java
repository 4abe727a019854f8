package org.depositary.documents.extraction.html;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds what an HTML page is about: without scripts, menus and forms, and the main part where the page names it. */
final class MainContentFinder {
    private static final String NOT_TEXT =
            "script, style, noscript, template, svg, math annotation, canvas, iframe, object, select, datalist, button,"
                    + " input, textarea, dialog, [hidden], [aria-hidden=true], [style~=(?i)display\\s*:\\s*none]";
    private static final String FURNITURE = "nav, menu, [role=navigation], [role=banner], [role=contentinfo],"
            + " [role=search], [role=complementary], body > header, body > footer,"
            + " aside:not(.footnotes):not([role^=doc-])";
    private static final String MAIN = "main, [role=main], article";

    /** More parts than this are not looked at: to measure nested ones would take for ever. */
    private static final int CANDIDATES = 20;

    /** A named main part with less of the text than this is not the main part. */
    private static final double MOST = 0.5;

    private MainContentFinder() {}

    /** Changes the page: what is not read is taken out. */
    static Element of(Document page) {
        page.select(NOT_TEXT).remove();
        Element body = page.body();
        body.select(FURNITURE).remove();
        removeSmallForms(body);
        int all = length(body);
        return body.select(MAIN).stream()
                .limit(CANDIDATES)
                .filter(part -> length(part) >= all * MOST)
                .findFirst()
                .orElse(body);
    }

    /** Some old pages stand in one form from top to bottom. */
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
