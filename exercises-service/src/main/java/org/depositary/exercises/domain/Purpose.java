package org.depositary.exercises.domain;

import java.util.Optional;
import org.depositary.vocabulary.Violations;

/**
 * What an exercise was for.
 *
 * @param declared as those who held it say
 * @param assessed as the source judges
 */
public record Purpose(Optional<String> declared, Optional<String> assessed) {

    private static final int LONGEST = 5_000;

    void check(Violations violations, String pointer) {
        violations.require(
                declared.isPresent() || assessed.isPresent(), pointer, "A purpose is declared, assessed or both.");
        violations.checkText(pointer + "/declared", declared, LONGEST);
        violations.checkText(pointer + "/assessed", assessed, LONGEST);
    }
}
