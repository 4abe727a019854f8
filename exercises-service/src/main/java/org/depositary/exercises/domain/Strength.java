package org.depositary.exercises.domain;

import java.util.Optional;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * The number of troops that a source reports: a range with at least one side.
 *
 * @param min the smallest number of persons
 * @param max the largest number of persons
 * @param approximate whether the source says "about"
 */
public record Strength(Optional<Long> min, Optional<Long> max, boolean approximate) {

    private static final long MOST = 100_000_000;

    void check(ViolationCollector violations, String pointer) {
        violations.require(min.isPresent() || max.isPresent(), pointer, "A strength needs min, max or both.");
        min.ifPresent(least -> check(violations, pointer + "/min", least));
        max.ifPresent(most -> check(violations, pointer + "/max", most));
        if (min.isPresent() && max.isPresent()) {
            violations.require(min.get() <= max.get(), pointer + "/max", "max cannot be less than min.");
        }
    }

    private static void check(ViolationCollector violations, String pointer, long persons) {
        violations.require(
                persons >= 0 && persons <= MOST, pointer, "A strength must be from 0 to %d persons.".formatted(MOST));
    }
}
