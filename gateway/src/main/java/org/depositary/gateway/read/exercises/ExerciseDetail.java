package org.depositary.gateway.read.exercises;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.depositary.gateway.read.facts.FactRecording;

/** An exercise with every event of it. */
public record ExerciseDetail(@JsonUnwrapped ExerciseItem exercise, List<FactRecording> recordings) {}
