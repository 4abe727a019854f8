package org.depositary.gateway.texts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Computes the signature of a text, part by part. A word is a run of letters and digits. Chinese and Japanese have no
 * spaces between words, so each of their characters counts as a word.
 */
final class TextSignatureBuilder {

    private final MessageDigest hash = sha256();
    private final WordSequenceMinHash words = new WordSequenceMinHash();

    /** Adds the next part. A word must not be split between two parts. */
    void add(String part) {
        String normalized = Normalizer.normalize(part, Normalizer.Form.NFKC);
        var visible = new StringBuilder(normalized.length());
        normalized.codePoints().filter(TextSignatureBuilder::isVisible).forEach(visible::appendCodePoint);
        hash.update(visible.toString().getBytes(StandardCharsets.UTF_8));
        addWords(normalized.toLowerCase(Locale.ROOT));
    }

    TextSignature build() {
        int[] minHash = words.minHash();
        return new TextSignature(hash.digest(), minHash, WordSequenceMinHash.bands(minHash));
    }

    private void addWords(String text) {
        var word = new WordHash();
        text.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).forEach(c -> {
            boolean alone = Character.isIdeographic(c) || isKana(c);
            if (alone || !isPartOfWord(c)) {
                word.end(words);
            }
            if (alone || isPartOfWord(c)) {
                word.add(c);
            }
            if (alone) {
                word.end(words);
            }
        });
        word.end(words);
    }

    /** Collects the hash of one word (FNV-1a, 64 bits). */
    private static final class WordHash {
        private static final long START = 0xcbf29ce484222325L;
        private static final long PRIME = 0x100000001b3L;

        private long value = START;
        private boolean empty = true;

        void add(int codePoint) {
            value = (value ^ codePoint) * PRIME;
            empty = false;
        }

        void end(WordSequenceMinHash words) {
            if (!empty) {
                words.add(value);
            }
            value = START;
            empty = true;
        }
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> false;
            default -> true;
        };
    }

    private static boolean isPartOfWord(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isKana(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
