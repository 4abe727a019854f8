package org.depositary.documents.extraction.structure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the sender said that the bytes are: a media type (RFC 9110, 8.3) without parameters, in lower case, and its
 * {@code charset}.
 */
public record DeclaredMediaType(String mediaType, Optional<String> charset) {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:+-]+)");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+");

    /** What clients send when they have nothing to say; the second is curl's default. */
    private static final List<String> NOTHING_SAID =
            List.of("application/octet-stream", "application/x-www-form-urlencoded", "binary/octet-stream");

    /** Reads a {@code Content-Type} header; an empty or malformed one says nothing. */
    public static DeclaredMediaType of(String header) {
        String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        var charset = CHARSET.matcher(header);
        return new DeclaredMediaType(
                MEDIA_TYPE.matcher(type).matches() ? type : NOTHING_SAID.getFirst(),
                charset.find() ? Optional.of(charset.group(1)) : Optional.empty());
    }

    /** Whether the sender had nothing to say. */
    public boolean saysNothing() {
        return NOTHING_SAID.contains(mediaType);
    }
}
