package org.depositary.gateway.read.institutions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.depositary.gateway.read.facts.FactItem;

/**
 * A fact in a list.
 *
 * @param certainty where a day is asked for: whether it certainly or possibly was so on that day
 */
public record DatedFact(@JsonUnwrapped FactItem fact, Optional<String> certainty) {}
