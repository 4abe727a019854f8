package org.depositary.gateway.read.exercises;

import java.util.List;
import java.util.Optional;

/**
 * A page of exercises.
 *
 * @param next token of the next page; absent on the last page
 * @param withoutStrength if the request has a minimum strength: the number of exercises that match all other filters
 *     and have no reported strength
 */
public record ExercisePage(List<ExerciseItem> items, Optional<String> next, Optional<Long> withoutStrength) {}
