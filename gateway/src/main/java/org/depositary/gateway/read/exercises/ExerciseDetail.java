package org.depositary.gateway.read.exercises;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.depositary.gateway.read.facts.FactRecording;

/** An exercise with all its events. */
public record ExerciseDetail(@JsonUnwrapped ExerciseItem exercise, List<FactRecording> recordings) {}
