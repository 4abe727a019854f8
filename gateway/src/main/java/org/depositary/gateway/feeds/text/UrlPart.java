package org.depositary.gateway.feeds.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Encodes a text for use in a path or a query of a URL. */
public final class UrlPart {

    private UrlPart() {}

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
