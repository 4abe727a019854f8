package org.depositary.documents.extraction.structure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The media type that the sender declared (RFC 9110, 8.3), without parameters and in lower case, and its {@code
 * charset}.
 */
public record DeclaredMediaType(String mediaType, Optional<String> charset) {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:+-]+)");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+");

    /**
     * Media types that clients send when the user declares none, so they say nothing about the file. The second is
     * that of curl.
     */
    private static final List<String> DEFAULTS =
            List.of("application/octet-stream", "application/x-www-form-urlencoded", "binary/octet-stream");

    /**
     * Parses a {@code Content-Type} header. An empty or malformed header counts as one that the client sent by
     * default.
     */
    public static DeclaredMediaType of(String header) {
        String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        var charset = CHARSET.matcher(header);
        return new DeclaredMediaType(
                MEDIA_TYPE.matcher(type).matches() ? type : DEFAULTS.getFirst(),
                charset.find() ? Optional.of(charset.group(1)) : Optional.empty());
    }

    /**
     * Whether the media type is only one that clients send by default. The kind of file is then detected from the
     * bytes.
     */
    public boolean isDefault() {
        return DEFAULTS.contains(mediaType);
    }
}
