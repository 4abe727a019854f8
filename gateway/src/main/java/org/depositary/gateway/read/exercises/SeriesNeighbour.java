package org.depositary.gateway.read.exercises;

import java.util.Optional;
import org.depositary.gateway.read.EffectivePeriod;

/**
 * The exercise before or after another one of its series.
 *
 * @param id id of the exercise
 * @param url URL of the exercise
 * @param label the name, or the series and the dates if it has no name
 * @param dates when it took place
 */
public record SeriesNeighbour(String id, String url, String label, Optional<EffectivePeriod> dates) {}
