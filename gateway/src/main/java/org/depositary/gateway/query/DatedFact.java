package org.depositary.gateway.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/**
 * A fact in a list.
 *
 * @param certainty where a day is asked for: whether it certainly or possibly was so on that day
 */
record DatedFact(@JsonUnwrapped Fact fact, Optional<String> certainty) {}
