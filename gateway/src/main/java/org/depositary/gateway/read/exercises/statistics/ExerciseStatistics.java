package org.depositary.gateway.read.exercises.statistics;

import java.util.List;
import java.util.Optional;

/**
 * A page of statistics.
 *
 * @param next token of the next page; absent on the last page
 * @param withoutCertainYear if the groups are years: the number of exercises that certainly belong to no year, because
 *     the date of their start is uncertain, open, or leaves several years possible. With it, the numbers of all years
 *     add up to the total
 * @param total the sums over all exercises that the filters select, each counted once
 */
public record ExerciseStatistics(
        List<ExerciseStatistic> items, Optional<String> next, Optional<Long> withoutCertainYear, ExerciseSums total) {}
