package org.depositary.gateway.hooks.store;

import java.time.Instant;
import java.util.Optional;
import org.depositary.gateway.log.Cursor;

/**
 * Where a subscription begins in the change log.
 *
 * @param cursor it gets changes after this cursor
 * @param recordedFrom it gets no change that was recorded earlier
 * @param newest the log had no change that was recorded later, up to the cursor
 */
public record StartPoint(Cursor cursor, Optional<Instant> recordedFrom, Instant newest) {}
