package org.depositary.gateway.read.exercises;

import java.util.List;
import org.depositary.gateway.read.facts.FactRecording;

/**
 * The events of one record of an exercise.
 *
 * @param url URL of the record
 */
public record ExerciseRecordings(String url, List<FactRecording> recordings) {}
