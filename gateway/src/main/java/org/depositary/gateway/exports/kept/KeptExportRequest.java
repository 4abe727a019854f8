package org.depositary.gateway.exports.kept;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A checked request for a kept export.
 *
 * @param position the cursor as of which it is read
 * @param hash of the request; another request under the same key is refused
 */
record KeptExportRequest(
        String kind,
        String format,
        String title,
        Instant knownAt,
        LocalDate day,
        String position,
        String license,
        String madeBy,
        Optional<String> idempotencyKey,
        String hash) {}
