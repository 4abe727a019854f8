package org.depositary.gateway.read.exercises;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.facts.FactRecording;
import org.depositary.gateway.read.facts.FactVerification;

/**
 * An exercise with all its events.
 *
 * @param lastChanged when the exercise, a fact about it, or a record merged into it last changed (RFC 3339)
 * @param lastVerified the last check of the record against its sources; absent if it was never checked again
 */
public record ExerciseDetail(
        @JsonUnwrapped ExerciseItem exercise,
        String lastChanged,
        Optional<FactVerification> lastVerified,
        List<FactRecording> recordings) {}
