package org.depositary.vocabulary.validation;

import java.util.Optional;

/** Validates free texts in requests, such as names and reasons. */
public final class TextValidator {

    private TextValidator() {}

    /**
     * Returns the violation of a text, or empty if it is valid. A valid text is not blank and has at most {@code longest} code points. It contains no characters that databases and JSON parsers reject (NUL and lone surrogates). {@code null} is valid.
     */
    public static Optional<Violation> violation(String pointer, String text, int longest) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.isBlank()) {
            return Optional.of(new Violation(pointer, "The text is empty. Omit the field instead."));
        }
        if (text.codePointCount(0, text.length()) > longest) {
            return Optional.of(new Violation(pointer, "The text is longer than %s characters.".formatted(longest)));
        }
        if (text.codePoints().anyMatch(TextValidator::isUnstorable)) {
            return Optional.of(
                    new Violation(pointer, "The text contains a NUL character or half of a surrogate pair."));
        }
        return Optional.empty();
    }

    private static boolean isUnstorable(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}
