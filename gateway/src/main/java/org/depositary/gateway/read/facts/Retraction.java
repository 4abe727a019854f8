package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * The reason why a fact was retracted, a claim was withdrawn, or a document was taken down.
 *
 * @param reason in the words of the person who did it
 * @param recordedAt when that was recorded (RFC 3339)
 * @param actor pseudonymous id of the person who did it
 */
public record Retraction(
        String reason,
        String recordedAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> actor) {}
