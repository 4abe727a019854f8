package org.depositary.documents.extraction.repair;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A one-byte charset in which a text may have been decoded by mistake. Gives back the bytes. */
final class WrongCharset {

    private static final char UNMAPPED = '\uFFFD';

    private final Map<Character, Integer> bytes = new HashMap<>();
    private final Charset charset;

    WrongCharset(String name) {
        charset = Charset.forName(name);
        for (int b = 0x80; b < 0x100; b++) {
            char c = decode(b);
            if (c != UNMAPPED) {
                bytes.put(c, b);
            }
        }
    }

    private char decode(int b) {
        return charset.decode(ByteBuffer.wrap(new byte[] {(byte) b})).charAt(0);
    }

    /** Returns the byte of a character, from 0x80. Returns -1 if the charset does not have it there. */
    int byteOf(char c) {
        return bytes.getOrDefault(c, -1);
    }

    /** Returns the character of a byte in this charset. Returns U+FFFD if there is none. */
    char charOf(int b) {
        return b < 0x80 ? (char) b : decode(b);
    }

    /** Whether UTF-8 that was decoded here has this character as the first of a sequence. */
    boolean beginsSequence(char c) {
        return byteOf(c) >= 0xC2;
    }

    /** Returns the character that starts at an offset, if the text is UTF-8 that was decoded in this charset. */
    Optional<String> utf8(String text, int at) {
        int length = length(byteOf(text.charAt(at)));
        if (length == 0 || at + length > text.length()) {
            return Optional.empty();
        }
        var sequence = new byte[length];
        for (int i = 0; i < length; i++) {
            int b = byteOf(text.charAt(at + i));
            if (b < 0 || i > 0 && b >= 0xC0) {
                return Optional.empty();
            }
            sequence[i] = (byte) b;
        }
        String character = new String(sequence, StandardCharsets.UTF_8);
        return character.codePointCount(0, character.length()) == 1 && character.charAt(0) != UNMAPPED
                ? Optional.of(character)
                : Optional.empty();
    }

    private static int length(int first) {
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    /** Returns the number of characters that the character has, if its UTF-8 was decoded in a one-byte charset. */
    static int lengthOf(String character) {
        return character.getBytes(StandardCharsets.UTF_8).length;
    }
}
