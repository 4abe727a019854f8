package org.depositary.gateway.read.exercises;

import java.util.Optional;

/**
 * The place of an exercise in its series, in the order of the start dates. All are empty if it has no series, or does not
 * stand.
 *
 * @param edition its number in the series, from 1
 */
record SeriesPlace(Optional<Integer> edition, Optional<SeriesNeighbour> previous, Optional<SeriesNeighbour> next) {

    static final SeriesPlace NONE = new SeriesPlace(Optional.empty(), Optional.empty(), Optional.empty());
}
