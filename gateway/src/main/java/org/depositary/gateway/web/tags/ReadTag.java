package org.depositary.gateway.web.tags;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.ReadScope;

/**
 * The entity tag of a read (RFC 9110, section 8.8.3). It is weak, because compression changes the bytes of the same content.
 *
 * @param content a hash of the content
 * @param made which request made it, and at which position; empty if the content depends on more than the change log
 */
public record ReadTag(String content, Optional<Origin> made) {

    /** The content of a complete list, whose items are not known when its headers are sent. */
    public static final String COMPLETE_LIST = "complete-list";

    private static final int MOST = 10;

    private static final Pattern TEXT =
            Pattern.compile("(?:W/)?\"([0-9a-z-]{1,64})(?:_([0-9a-f]{24})_([0-9a-z.]+))?\"");

    /**
     * Where a tag comes from.
     *
     * @param request a hash of everything in the request that decides the content
     */
    public record Origin(String request, Cursor position) {}

    /** The tag of a content that a hash identifies alone. */
    public static ReadTag ofContent(String hash) {
        return new ReadTag(hash, Optional.empty());
    }

    /** Whether a client has the content, by its header If-None-Match. */
    public boolean isIn(Optional<String> ifNoneMatch) {
        return ConditionalRead.of(ifNoneMatch, "", ReadScope.NOT_ONLY_LOG).has(this);
    }

    /** The tags of header If-None-Match, at most ten: each can cost a lookup. Skips the tags of others. */
    static List<ReadTag> parseAll(String header) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .flatMap(ReadTag::parse)
                .limit(MOST)
                .toList();
    }

    private static Stream<ReadTag> parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Stream.empty();
        }
        var made = Optional.ofNullable(parts.group(3))
                .flatMap(Cursor::parse)
                .map(position -> new Origin(parts.group(2), position));
        return Stream.of(new ReadTag(parts.group(1), made));
    }

    boolean isOfCompleteList() {
        return content.equals(COMPLETE_LIST);
    }

    @Override
    public String toString() {
        var origin = made.map(from -> "_" + from.request() + "_" + from.position());
        return "W/\"" + content + origin.orElse("") + "\"";
    }
}
