package org.depositary.exercises.imports.report;

import java.util.List;
import org.depositary.exercises.domain.Exercise;
import org.depositary.vocabulary.sources.Source;

/** An exercise and its sources. Stored as JSON, so the component names must stay. */
public record SourcedExercise(Exercise exercise, List<Source> sources) {}
