package org.depositary.exercises.domain;

import java.util.Optional;
import org.depositary.vocabulary.Flaws;

/**
 * How many troops a source reports: a range, of which one side may be untold.
 *
 * @param min persons, at least
 * @param max persons, at most
 * @param approximate whether the source says "about"
 */
public record Strength(Optional<Long> min, Optional<Long> max, boolean approximate) {

    private static final long MOST = 100_000_000;

    void check(Flaws flaws, String pointer) {
        flaws.unless(min.isPresent() || max.isPresent(), pointer, "A strength tells min, max or both.");
        min.ifPresent(least -> check(flaws, pointer + "/min", least));
        max.ifPresent(most -> check(flaws, pointer + "/max", most));
        if (min.isPresent() && max.isPresent()) {
            flaws.unless(min.get() <= max.get(), pointer + "/max", "max is not less than min.");
        }
    }

    private static void check(Flaws flaws, String pointer, long persons) {
        flaws.unless(persons >= 0 && persons <= MOST, pointer, "A strength is 0 to %d persons.".formatted(MOST));
    }
}
