package org.depositary.gateway.read.exercises.statistics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/**
 * The sums of one group of exercises. Only the fields of the requested grouping are present.
 *
 * @param year the year in which the exercises started
 * @param party a party that took part
 * @param with the other party of a pair; its code sorts after that of the first
 * @param name the name of the party or of the organisation
 * @param withName the name of the other party
 */
public record ExerciseStatistic(
        Optional<Integer> year,
        Optional<String> party,
        Optional<String> with,
        Optional<String> kind,
        Optional<String> organization,
        Optional<String> series,
        Optional<String> name,
        Optional<String> withName,
        @JsonUnwrapped ExerciseSums sums) {}
