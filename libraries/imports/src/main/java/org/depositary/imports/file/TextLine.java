package org.depositary.imports.file;

import java.nio.charset.StandardCharsets;

/**
 * A line of a file.
 *
 * @param number from 1
 * @param text without the line end; only the beginning if the line is too long
 * @param end the line end; empty if the file ends without one
 * @param tooLong whether the line is longer than {@link #MAX_BYTES}
 */
record TextLine(int number, String text, String end, boolean tooLong) {

    /** The maximum size of a line or a record, in UTF-8. */
    static final int MAX_BYTES = 256 * 1024;

    static final String TOO_LONG = "A row takes at most %d KiB".formatted(MAX_BYTES / 1024);

    private static final int MAX_BYTES_OF_CHARACTER = 3;

    boolean isBlank() {
        return text.isBlank();
    }

    static boolean isTooLong(String text) {
        return text.length() > MAX_BYTES
                || text.length() > MAX_BYTES / MAX_BYTES_OF_CHARACTER
                        && text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    /** Returns the text with U+FFFD in place of invalid bytes. */
    static String lenient(String text) {
        return text.replace(FileDecoder.INVALID, '\uFFFD');
    }
}
