package org.depositary.exercises.domain;

import java.util.Optional;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * The declared and the assessed purpose of an exercise.
 *
 * @param declared the purpose that its hosts declared
 * @param assessed the purpose in the judgement of the source
 */
public record Purpose(Optional<String> declared, Optional<String> assessed) {

    private static final int LONGEST = 5_000;

    void check(ViolationCollector violations, String pointer) {
        violations.require(
                declared.isPresent() || assessed.isPresent(), pointer, "A purpose needs declared, assessed or both.");
        violations.checkText(pointer + "/declared", declared, LONGEST);
        violations.checkText(pointer + "/assessed", assessed, LONGEST);
    }
}
