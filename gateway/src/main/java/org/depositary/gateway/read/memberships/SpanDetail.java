package org.depositary.gateway.read.memberships;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.depositary.gateway.read.facts.FactVerification;
import org.depositary.gateway.read.facts.Retraction;

/**
 * One span of a status or of a candidacy. Its id is that of the membership change that began it.
 *
 * @param holds false if the preferred claim says that this change never happened; absent otherwise
 * @param retracted present if this change is retracted
 * @param recordedUntil when the register stopped stating the span (RFC 3339); the other fields are what it stated before.
 *     Absent while the register states it
 * @param lastChanged when a membership change last changed the span (RFC 3339)
 * @param lastVerified the last check of the change against its sources; absent if it was never checked again
 */
public record SpanDetail(
        String id,
        String url,
        @JsonUnwrapped TimelineItem item,
        Optional<Boolean> holds,
        Optional<Retraction> retracted,
        Optional<String> recordedUntil,
        String lastChanged,
        Optional<FactVerification> lastVerified) {}
