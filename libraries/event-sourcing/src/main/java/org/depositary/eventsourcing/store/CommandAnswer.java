package org.depositary.eventsourcing.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** An answer as it is given, and kept under an Idempotency-Key: status, headers and JSON body. */
public record CommandAnswer(int status, Map<String, String> headers, JsonNode body, boolean replayed) {

    public CommandAnswer(int status, Map<String, String> headers, JsonNode body) {
        this(status, headers, body, false);
    }
}
