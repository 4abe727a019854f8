package org.depositary.gateway.projection.facts;

import java.util.Optional;
import org.depositary.gateway.log.LoggedEvent;

/**
 * An event with the state of its fact before and after it.
 *
 * @param before empty if the event recorded the fact
 */
record AppliedEvent(LoggedEvent event, FactEventName.Action action, Optional<FactState> before, FactState after) {}
