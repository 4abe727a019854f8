package org.depositary.vocabulary.validation;

import java.util.Optional;

/** Validates texts that people write. */
public final class TextValidator {

    private TextValidator() {}

    /**
     * Returns the violation of a text. The text must not be blank, have at most {@code longest} code points, and
     * contain no characters that databases and JSON parsers reject (NUL and lone surrogates). {@code null} is valid.
     */
    public static Optional<Violation> violation(String pointer, String text, int longest) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.isBlank()) {
            return Optional.of(new Violation(pointer, "It is empty; leave it out instead."));
        }
        if (text.codePointCount(0, text.length()) > longest) {
            return Optional.of(new Violation(pointer, "It is longer than %s characters.".formatted(longest)));
        }
        if (text.codePoints().anyMatch(TextValidator::isUnstorable)) {
            return Optional.of(new Violation(pointer, "It holds a NUL character or half of a surrogate pair."));
        }
        return Optional.empty();
    }

    private static boolean isUnstorable(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}
