package org.depositary.gateway.read.exercises.statistics;

import java.util.List;
import java.util.Optional;

/**
 * A page of statistics.
 *
 * @param next token of the next page; absent on the last page
 * @param total the sums over all exercises that the filters select, each counted once
 */
public record ExerciseStatistics(List<ExerciseStatistic> items, Optional<String> next, ExerciseSums total) {}
