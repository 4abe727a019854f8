package org.depositary.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Map;

/**
 * The answers of an installation on the day when it was archived.
 *
 * @param made the instant, by the clock of that machine
 * @param changes the response of {@code /api/changes}, in order
 * @param events the rows of the event tables, including unpublished events
 * @param writes requests with their answers
 * @param reads answers that later writes do not change
 * @param imports by set
 */
record ArchivedAnswers(
        String made,
        List<Change> changes,
        List<ObservedEvent> events,
        List<Write> writes,
        List<Read> reads,
        Map<String, Import> imports) {

    /** An event, and its place in the change log. */
    record Change(String cursor, ObservedEvent event) {

        static Change of(JsonNode change) {
            return new Change(change.path("cursor").asText(), ChangeFeedClient.entry(change));
        }
    }

    /**
     * A request and its answer.
     *
     * @param key of a POST also its idempotency key
     * @param as the role of the caller
     * @param version empty if nothing was recorded
     */
    record Write(
            String key,
            String as,
            String method,
            String path,
            JsonNode body,
            int status,
            String location,
            String version,
            JsonNode answer) {

        boolean isKept() {
            return method.equals("POST");
        }
    }

    /** An answer: as JSON, or as a text node if it was none. */
    record Read(String as, String path, int status, JsonNode answer) {}

    /**
     * An import.
     *
     * @param counts of its outcomes when it is completed
     */
    record Import(String location, Map<String, Integer> counts) {}

    String text() {
        try {
            return GatewayAnswer.JSON.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
