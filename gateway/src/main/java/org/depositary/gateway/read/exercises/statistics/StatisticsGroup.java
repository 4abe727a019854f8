package org.depositary.gateway.read.exercises.statistics;

/** One group of exercises, with the total of all groups, because one statement computes both. */
public record StatisticsGroup(ExerciseStatistic statistic, StatisticsTotal total) {}
