package org.depositary.facts.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.depositary.eventsourcing.store.Answer;
import org.depositary.eventsourcing.store.Session;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.facts.StatementWithWarnings;
import org.depositary.facts.events.FactKind;

/**
 * Builds the response to a command on facts: {@code id}, {@code location}, {@code version} and optional {@code
 * warnings}.
 */
final class FactAnswers {

    private FactAnswers() {}

    static ObjectNode result(Session session, FactKind<?> kind, StreamId stream, String id, Object statement) {
        var result = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("location", kind.url(id))
                .put("version", stream + "@" + session.version(stream));
        if (statement instanceof StatementWithWarnings odd && !odd.warnings().isEmpty()) {
            odd.warnings().forEach(result.putArray("warnings")::add);
        }
        return result;
    }

    static Answer one(int status, JsonNode result) {
        return new Answer(
                status,
                Map.of(
                        "Location", result.get("location").asText(),
                        "Depositary-Version", result.get("version").asText()),
                result);
    }

    /**
     * Builds the response for an array, in the order of the request. The header lists the last version of each stream
     * once.
     */
    static Answer all(ArrayNode results) {
        var versions = StreamSupport.stream(results.spliterator(), false)
                .map(result -> result.get("version").asText())
                .distinct()
                .collect(Collectors.joining(", "));
        return new Answer(201, Map.of("Depositary-Version", versions), results);
    }
}
