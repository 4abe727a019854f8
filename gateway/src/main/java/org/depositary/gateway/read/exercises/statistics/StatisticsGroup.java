package org.depositary.gateway.read.exercises.statistics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * One group of exercises, with the total of all groups, because one statement computes both. Written as JSON, it is the group
 * alone.
 */
public record StatisticsGroup(
        @JsonUnwrapped ExerciseStatistic statistic,
        @JsonIgnore StatisticsTotal total) {}
