package org.depositary.membership.domain;

import java.util.Optional;
import org.depositary.vocabulary.TextValidator;

/** Checks what people write, as a statement is made. */
final class TextCheck {

    private TextCheck() {}

    /** @throws IllegalArgumentException telling what is wrong with the text, if it is there */
    static void check(Optional<String> text, int longest) {
        // A component that JSON lacks altogether is null here; the command tells that it is missing.
        if (text != null) {
            text.flatMap(given -> TextValidator.violation("", given, longest)).ifPresent(violation -> {
                throw new IllegalArgumentException(violation.detail());
            });
        }
    }
}
