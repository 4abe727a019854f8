package org.depositary.membership.domain;

import java.util.Optional;
import org.depositary.vocabulary.validation.TextValidator;

/** Checks the optional texts of a statement in its constructor. */
final class TextCheck {

    private TextCheck() {}

    /** @throws IllegalArgumentException if the text is present and not valid */
    static void check(Optional<String> text, int longest) {
        // A field that is missing in the JSON is null here. It is reported later, with all other missing fields.
        if (text != null) {
            text.flatMap(given -> TextValidator.violation("", given, longest)).ifPresent(violation -> {
                throw new IllegalArgumentException(violation.detail());
            });
        }
    }
}
