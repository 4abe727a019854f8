package org.depositary.gateway.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.depositary.gateway.log.Cursor;

/**
 * A point on both time axes. In the database, the position is the setting {@code depositary.seq} of the transaction.
 *
 * @param position in the change log: an answer at a position never changes
 * @param recorded excludes what was recorded after this instant; empty for no such limit
 * @param on the effective day
 */
public record ResolvedAsOf(Cursor position, Optional<Instant> recorded, LocalDate on) {}
