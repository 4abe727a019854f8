package org.depositary.eventsourcing.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a sequence of bytes (RFC 9110, section 14).
 *
 * @param first position of the first byte; not before the end of the sequence if the range cannot be satisfied
 * @param last position of the last byte
 * @param total length of the sequence
 */
public record ByteRange(long first, long last, long total) {

    private static final Pattern ONE_RANGE = Pattern.compile("bytes\\s*=\\s*(?:(\\d{1,18})-(\\d{1,18})?|-(\\d{1,18}))");

    /**
     * Parses header {@code Range}. Empty for several ranges, another unit or an invalid text: then the whole sequence is
     * the right response.
     */
    public static Optional<ByteRange> parse(String header, long total) {
        var matcher = ONE_RANGE.matcher(header.strip());
        return matcher.matches() ? Optional.of(of(matcher, total)).filter(ByteRange::isOrdered) : Optional.empty();
    }

    private static ByteRange of(Matcher matcher, long total) {
        var suffix = matcher.group(3);
        if (suffix != null) {
            long length = Math.min(Long.parseLong(suffix), total);
            return new ByteRange(total - length, total - 1, total);
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2) == null ? Math.max(first, total - 1) : Long.parseLong(matcher.group(2));
        return first < total && last >= total
                ? new ByteRange(first, total - 1, total)
                : new ByteRange(first, last, total);
    }

    /** Whether the last position is not before the first one. The empty range at the end is valid, but not satisfiable. */
    private boolean isOrdered() {
        return first <= last || first == total;
    }

    /** All bytes. */
    public static ByteRange whole(long total) {
        return new ByteRange(0, total - 1, total);
    }

    public boolean isSatisfiable() {
        return first < total;
    }

    public long length() {
        return last - first + 1;
    }

    /** The value of header {@code Content-Range}. */
    public String contentRange() {
        return isSatisfiable() ? "bytes %d-%d/%d".formatted(first, last, total) : "bytes */" + total;
    }
}
