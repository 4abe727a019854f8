package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * Why something counts no more: a retracted fact, a withdrawn claim, a document that was taken down.
 *
 * @param recordedAt when that was recorded (RFC 3339)
 * @param actor pseudonymous id of who recorded it
 */
public record Retraction(
        String reason,
        String recordedAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> actor) {}
