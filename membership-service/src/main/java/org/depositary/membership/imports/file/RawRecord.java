package org.depositary.membership.imports.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A record as it stands in a file.
 *
 * @param line where it begins, from 1
 * @param flaw why its bytes could not be told apart from those of others
 */
record RawRecord(int line, byte[] bytes, Optional<String> flaw) {

    /** @param beginning of its bytes, as far as they are surely its own */
    static RawRecord flawed(int line, byte[] beginning, String flaw) {
        return new RawRecord(line, beginning, Optional.of(flaw));
    }

    /** The text, with U+FFFD for what is not UTF-8. */
    String damagedText() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The text; empty when it is not UTF-8. */
    Optional<String> text() {
        if (isAscii()) {
            return Optional.of(new String(bytes, StandardCharsets.US_ASCII));
        }
        try {
            // A decoder of one's own reports what new String(…) would silently replace.
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
