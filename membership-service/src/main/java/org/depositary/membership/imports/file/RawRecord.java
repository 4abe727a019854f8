package org.depositary.membership.imports.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * The bytes of one record of a file, before parsing.
 *
 * @param line where it begins, from 1
 * @param error why the end of the record could not be found
 */
record RawRecord(int line, byte[] bytes, Optional<String> error) {

    /** @param beginning the bytes that certainly belong to the record */
    static RawRecord damaged(int line, byte[] beginning, String error) {
        return new RawRecord(line, beginning, Optional.of(error));
    }

    /** Parses the text of the record. A record without valid text is unreadable. */
    FileRow parse(Function<String, FileRow> parser) {
        return error.<FileRow>map(reason -> new FileRow.Unreadable(line, reason))
                .orElseGet(() ->
                        text().map(parser).orElseGet(() -> new FileRow.Unreadable(line, "This is not valid UTF-8")));
    }

    /** The text, with U+FFFD in place of invalid UTF-8. */
    String lenientText() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The text; empty if it is not valid UTF-8. */
    Optional<String> text() {
        if (isAscii()) {
            return Optional.of(new String(bytes, StandardCharsets.US_ASCII));
        }
        try {
            // A new decoder reports invalid bytes; new String(…) replaces them silently.
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private boolean isAscii() {
        for (var b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    boolean isBlank() {
        for (var b : bytes) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
