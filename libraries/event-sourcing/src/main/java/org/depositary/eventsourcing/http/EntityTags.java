package org.depositary.eventsourcing.http;

import java.util.Arrays;
import java.util.Optional;

/** Compares entity tags (RFC 9110). */
public final class EntityTags {

    private static final String WEAK = "W/";

    private EntityTags() {}

    /** Whether the header If-None-Match contains the tag, by the weak comparison. */
    public static boolean isKnown(Optional<String> ifNoneMatch, String tag) {
        return ifNoneMatch.stream()
                .flatMap(known -> Arrays.stream(known.split(",")))
                .map(String::strip)
                .anyMatch(known -> known.equals("*") || strong(known).equals(strong(tag)));
    }

    private static String strong(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }
}
