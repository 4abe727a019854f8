package org.depositary.exercises.domain;

import java.util.List;
import org.depositary.vocabulary.validation.ViolationCollector;

/** The number of troops of one force. */
public record ForceStrength(Force force, Strength strength) {

    /** Validates the strengths of several forces. Each force occurs once. */
    static void checkAll(ViolationCollector violations, String pointer, List<ForceStrength> forces) {
        violations.checkEach(
                pointer, forces, Force.values().length, (at, one) -> one.strength.check(violations, at + "/strength"));
        violations.require(
                forces.stream().map(ForceStrength::force).distinct().count() == forces.size(),
                pointer,
                "A force can occur only once.");
    }
}
