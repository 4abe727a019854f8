package org.depositary.gateway.read.exercises;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.facts.FactRecording;
import org.depositary.gateway.read.facts.FactVerification;

/**
 * An exercise with all its events.
 *
 * @param edition its number in its series, from 1: by the start dates of the recorded exercises; absent without a series
 * @param previous the exercise before it in its series; absent if there is none
 * @param next the exercise after it in its series; absent if there is none
 * @param lastChanged when the exercise, a fact about it, or a record merged into it last changed (RFC 3339)
 * @param lastVerified the last check of the record against its sources; absent if it was never checked again
 */
public record ExerciseDetail(
        @JsonUnwrapped ExerciseItem exercise,
        Optional<Integer> edition,
        Optional<SeriesNeighbour> previous,
        Optional<SeriesNeighbour> next,
        String lastChanged,
        Optional<FactVerification> lastVerified,
        List<FactRecording> recordings) {}
