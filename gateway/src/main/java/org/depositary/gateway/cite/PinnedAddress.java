package org.depositary.gateway.cite;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.depositary.gateway.feeds.text.UrlPart;
import org.depositary.gateway.web.representation.Representation;

/**
 * The address of a record as known at an instant. An instant stays valid when the database of the gateway is built again; a
 * cursor does not.
 *
 * @param url the URL of the record without a query
 * @param on the effective day, if it decides what the record says
 * @param language the language that the request asked for
 */
public record PinnedAddress(String url, Instant knownAt, Optional<LocalDate> on, Optional<String> language) {

    /** The address without a representation: a page for people, JSON for programs. */
    public String text() {
        return url
                + "?known-at=" + knownAt
                + on.map(day -> "&on=" + day).orElse("")
                + language.map(tag -> "&lang=" + UrlPart.encoded(tag)).orElse("");
    }

    public String in(Representation representation) {
        return text() + "&format=" + representation.label();
    }
}
