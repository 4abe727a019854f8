package org.depositary.membership.domain;

import java.util.Optional;
import org.depositary.vocabulary.validation.TextValidator;

/** Checks texts when a statement is created. */
final class TextCheck {

    private TextCheck() {}

    /** @throws IllegalArgumentException if the text is present and not valid */
    static void check(Optional<String> text, int longest) {
        // A component that is missing in the JSON is null here. The command reports it later.
        if (text != null) {
            text.flatMap(given -> TextValidator.violation("", given, longest)).ifPresent(violation -> {
                throw new IllegalArgumentException(violation.detail());
            });
        }
    }
}
