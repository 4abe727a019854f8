package org.depositary.exercises.imports.staging;

import java.util.Optional;

/**
 * A valid row.
 *
 * @param key identifies the exercise in its set
 * @param body a {@code SourcedExercise} as JSON
 * @param statusGiven whether the row states the status; otherwise its dates do
 * @param warning what was left out, and which words count as organisations
 */
public record StagedExercise(int line, String key, String body, boolean statusGiven, Optional<String> warning) {}
