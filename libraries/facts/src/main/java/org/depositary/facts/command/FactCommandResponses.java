package org.depositary.facts.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.depositary.eventsourcing.store.CommandAnswer;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.facts.StatementWithWarnings;
import org.depositary.facts.events.FactKind;

/**
 * Builds the response to a command on facts: {@code id}, {@code location}, {@code version} and optional {@code
 * warnings}.
 */
final class FactCommandResponses {

    private FactCommandResponses() {}

    static ObjectNode result(UnitOfWork unitOfWork, FactKind<?> kind, StreamId stream, String id, Object statement) {
        var result = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("location", kind.url(id))
                .put("version", stream + "@" + unitOfWork.version(stream));
        if (statement instanceof StatementWithWarnings odd && !odd.warnings().isEmpty()) {
            odd.warnings().forEach(result.putArray("warnings")::add);
        }
        return result;
    }

    static CommandAnswer one(int status, JsonNode result) {
        return new CommandAnswer(
                status,
                Map.of(
                        "Location", result.get("location").asText(),
                        "Depositary-Version", result.get("version").asText()),
                result);
    }

    /**
     * Builds the response to a request with an array of facts, in the order of the request. The version header lists
     * the last version of each stream once.
     */
    static CommandAnswer all(ArrayNode results) {
        var versions = StreamSupport.stream(results.spliterator(), false)
                .map(result -> result.get("version").asText())
                .distinct()
                .collect(Collectors.joining(", "));
        return new CommandAnswer(201, Map.of("Depositary-Version", versions), results);
    }
}
