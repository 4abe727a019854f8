package org.depositary.gateway.read.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.depositary.gateway.read.facts.Retraction;

/**
 * The reason why the bytes and the text of a document were erased.
 *
 * @param reason why it was erased
 * @param recordedAt when that was recorded (RFC 3339)
 * @param actor pseudonymous id of the person who did it
 * @param lifted present if the same bytes are accepted again
 */
record Takedown(
        String reason,
        String recordedAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> actor,
        Optional<Retraction> lifted) {}
