package org.depositary.exercises.domain;

import org.depositary.vocabulary.validation.ViolationCollector;

/** The number of troops of one force. */
public record ForceStrength(Force force, Strength strength) {

    void check(ViolationCollector violations, String pointer) {
        strength.check(violations, pointer + "/strength");
    }
}
