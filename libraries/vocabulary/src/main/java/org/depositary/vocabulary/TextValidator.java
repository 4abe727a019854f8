package org.depositary.vocabulary;

import java.util.Optional;

/** What every text that people write must keep to, whatever it says. */
public final class TextValidator {

    private TextValidator() {}

    /**
     * The violation of a text that is given: it must not be blank, not longer than {@code longest} code points, and must not
     * hold characters that databases and JSON readers refuse (NUL and lone surrogates). An absent text ({@code null}) has
     * none.
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
