package org.depositary.gateway.feeds;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.edge.PublicUrl;
import org.depositary.gateway.feeds.formats.FeedFormat;
import org.depositary.gateway.feeds.text.UrlPart;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.Cursor;

/**
 * The addresses of one feed. Equal filters give equal addresses. Links between documents of a feed have the key of the
 * request, because a reader follows them without a token. No other link has it.
 */
record FeedLinks(PublicUrl url, FeedFormat format, ChangeFilter filter, Optional<String> key) {

    String subscription() {
        return url.link(format.path()) + question(query(), keyed());
    }

    String archive(Cursor end) {
        return url.link(format.path()) + question(query(), "archive=" + end, keyed());
    }

    /** The changes as JSON for programs. */
    String changes() {
        return url.link("/api/changes") + question(query());
    }

    /** The filters in a fixed order; empty for a feed of all changes. */
    String query() {
        return Stream.of(
                        parameter("organization", filter.organizations()),
                        parameter("party", filter.parties()),
                        parameter("type", filter.types()),
                        parameter("kind", filter.kinds()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
    }

    /** The filters as text for people, with a space before it; empty for a feed of all changes. */
    String description() {
        var parts = Stream.of(filter.organizations(), filter.parties(), filter.types(), filter.kinds())
                .filter(values -> !values.isEmpty())
                .map(values -> String.join(", ", new TreeSet<>(values)))
                .collect(Collectors.joining("; "));
        return parts.isEmpty() ? "" : ": " + parts;
    }

    private String keyed() {
        return key.map(secret -> "key=" + UrlPart.encoded(secret)).orElse("");
    }

    private static String parameter(String name, Collection<String> values) {
        return values.isEmpty()
                ? ""
                : name + "="
                        + new TreeSet<>(values).stream().map(UrlPart::encoded).collect(Collectors.joining(","));
    }

    private static String question(String... parts) {
        var query = Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
