package org.depositary.gateway.read.institutions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.depositary.gateway.read.facts.FactItem;

/**
 * A fact in a list.
 *
 * @param certainty if a day was requested: whether the fact was certainly or possibly true on that day
 */
public record DatedFact(@JsonUnwrapped FactItem item, Optional<String> certainty) {}
