package org.depositary.gateway.exports.kept;

import java.time.Instant;
import java.util.UUID;

/**
 * The latest kept export of the same kind and format.
 *
 * @param position the cursor as of which it was read
 * @param generation the generation of the read models that wrote it
 */
record PreviousExport(UUID id, String position, Instant knownAt, int generation) {}
