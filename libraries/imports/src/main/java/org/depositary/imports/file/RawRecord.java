package org.depositary.imports.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * The bytes of one record of a file, before parsing.
 *
 * @param line the line on which the record begins, from 1
 * @param error the reason why the end of the record could not be found; empty for an intact record
 */
record RawRecord(int line, byte[] bytes, Optional<String> error) {

    /**
     * Returns a record whose end could not be found.
     *
     * @param beginning the bytes that certainly belong to the record
     */
    static RawRecord damaged(int line, byte[] beginning, String error) {
        return new RawRecord(line, beginning, Optional.of(error));
    }

    /** Parses the record into a row. The row is unreadable if the record is damaged or not valid UTF-8. */
    FileRow parse(Function<String, FileRow> parser) {
        return error.<FileRow>map(reason -> new FileRow.Unreadable(line, reason))
                .orElseGet(() ->
                        text().map(parser).orElseGet(() -> new FileRow.Unreadable(line, "This is not valid UTF-8")));
    }

    /** Returns the text of the record, with U+FFFD in place of invalid UTF-8. */
    String lenientText() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns the text of the record. Empty if it is not valid UTF-8. */
    Optional<String> text() {
        if (isAscii()) {
            return Optional.of(new String(bytes, StandardCharsets.US_ASCII));
        }
        try {
            // A decoder is used because it reports invalid bytes; new String(…) would replace them silently.
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
