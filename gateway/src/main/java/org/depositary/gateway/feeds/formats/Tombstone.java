package org.depositary.gateway.feeds.formats;

import java.time.Instant;
import java.util.Optional;

/**
 * Reports that an entry is deleted, because its fact was retracted (RFC 6721).
 *
 * @param entry id of the deleted entry
 */
public record Tombstone(String entry, Instant when, Optional<String> reason) {}
