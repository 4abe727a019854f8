package org.depositary.gateway.web.resource;

import java.util.Optional;
import org.depositary.gateway.read.documents.PassageDetail;

/** Writes the HTML page of one passage. */
final class PassagePage {

    private PassagePage() {}

    static String of(PassageDetail passage) {
        var item = passage.passage();
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%1$s</title>
                <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/page.css"></head>
                <body><main><h1>%1$s</h1>
                <p>%2$s of document <a href="%3$s">%3$s</a>%4$s</p>
                <blockquote id="%1$s"%5$s>%6$s</blockquote>
                <p>%7$s<a href="%3$s/passages">All passages</a>%8$s</p></main></body>
                </html>
                """.formatted(
                        escape(item.anchor()),
                        escape(item.kind()),
                        escape(passage.document()),
                        item.page().map(page -> " · page " + page).orElse(""),
                        item.language()
                                .map(language -> " lang=\"%s\"".formatted(escape(language)))
                                .orElse(""),
                        text(passage),
                        link(passage.previous(), "Previous passage"),
                        passage.next()
                                .map(url -> " · <a href=\"%s\">Next passage</a>".formatted(escape(url)))
                                .orElse(""));
    }

    private static String link(Optional<String> url, String text) {
        return url.map(path -> "<a href=\"%s\">%s</a> · ".formatted(escape(path), text))
                .orElse("");
    }

    /** The text, with the part of the quote that is in this passage marked. */
    private static String text(PassageDetail passage) {
        var item = passage.passage();
        var place = passage.quote().stream()
                .flatMap(quote -> quote.selectors().stream())
                .filter(selector -> selector.start().isPresent())
                .findFirst();
        if (place.isEmpty()) {
            return escape(item.text());
        }
        int from = offset(item.text(), position(place.get().start(), item.start()));
        int until = offset(item.text(), position(place.get().end(), item.start()));
        return escape(item.text().substring(0, from))
                + "<mark>"
                + escape(item.text().substring(from, until))
                + "</mark>"
                + escape(item.text().substring(until));
    }

    private static int position(Optional<Integer> inText, int start) {
        return inText.orElseThrow() - start;
    }

    private static int offset(String text, int codePoints) {
        return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
