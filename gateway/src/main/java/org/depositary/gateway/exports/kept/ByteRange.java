package org.depositary.gateway.exports.kept;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of bytes of a file.
 *
 * @param last inclusive
 */
record ByteRange(long first, long last) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * The range that header {@code Range} asks for (RFC 9110, section 14). Empty if the header is not one range, which a
     * server may ignore. The range is not satisfiable if it begins after the end of the file.
     */
    static Optional<ByteRange> parse(String header, long size) {
        var range = ONE.matcher(header.strip());
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long length = Long.parseLong(range.group(2));
            return Optional.of(new ByteRange(length == 0 ? size : Math.max(0, size - length), size - 1));
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(range.group(2)), size - 1);
        boolean isReversed = !range.group(2).isEmpty() && Long.parseLong(range.group(2)) < first;
        return isReversed ? Optional.empty() : Optional.of(new ByteRange(first, last));
    }

    static ByteRange whole(long size) {
        return new ByteRange(0, size - 1);
    }

    boolean isSatisfiable(long size) {
        return first < size;
    }

    long length() {
        return last - first + 1;
    }
}
