package org.depositary.verify.histories;

import java.util.List;

/**
 * A point on the axis of what was known when, told both ways.
 *
 * @param step after which step of every history
 * @param cursor place in the change log
 * @param instant when the last of what it includes was recorded
 */
record KnownAtMoment(int step, String cursor, String instant) {

    /** Values of {@code known-at}. */
    List<String> ways() {
        return List.of(cursor, instant);
    }
}
