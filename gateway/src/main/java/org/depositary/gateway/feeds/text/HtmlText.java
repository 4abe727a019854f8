package org.depositary.gateway.feeds.text;

/** Builds HTML from texts and addresses, and escapes both. */
final class HtmlText {

    private final StringBuilder html = new StringBuilder();

    HtmlText open(String tag) {
        html.append('<').append(tag).append('>');
        return this;
    }

    HtmlText close(String tag) {
        html.append("</").append(tag).append('>');
        return this;
    }

    HtmlText text(String text) {
        html.append(escaped(text));
        return this;
    }

    HtmlText element(String tag, String text) {
        return open(tag).text(text).close(tag);
    }

    HtmlText link(String address, String text) {
        html.append("<a href=\"").append(escaped(address)).append("\">");
        return text(text).close("a");
    }

    @Override
    public String toString() {
        return html.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
