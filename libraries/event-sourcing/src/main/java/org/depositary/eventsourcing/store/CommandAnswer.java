package org.depositary.eventsourcing.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * The answer to a command: status, headers and JSON body. It can be stored under an idempotency key.
 *
 * @param replayed whether this answer was stored by an earlier request with the same key
 */
public record CommandAnswer(int status, Map<String, String> headers, JsonNode body, boolean replayed) {

    public CommandAnswer(int status, Map<String, String> headers, JsonNode body) {
        this(status, headers, body, false);
    }
}
