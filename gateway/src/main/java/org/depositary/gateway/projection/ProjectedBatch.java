package org.depositary.gateway.projection;

import java.time.Instant;
import java.util.List;
import org.depositary.gateway.log.LoggedEvent;

/**
 * The events that a projector has applied in one transaction.
 *
 * @param after position before the batch
 * @param upTo position after the batch
 * @param events the events that were read one by one; empty for a {@link LogRangeProjector}
 */
record ProjectedBatch(long after, long upTo, List<LoggedEvent> events, Instant began) {}
