package org.depositary.verify.histories;

import java.util.List;

/**
 * A moment for reads as known at it.
 *
 * @param step the step of every history that it follows
 * @param cursor its position in the change log
 * @param instant the time of its latest recording
 */
public record KnownAtMoment(int step, String cursor, String instant) {

    /** The values of {@code known-at} for this moment. */
    public List<String> ways() {
        return List.of(cursor, instant);
    }
}
