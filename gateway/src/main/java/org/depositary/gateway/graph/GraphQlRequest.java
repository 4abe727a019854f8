package org.depositary.gateway.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
import java.util.Map;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/** A request of GraphQL over HTTP. */
record GraphQlRequest(String query, Optional<String> operationName, Map<String, Object> variables) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    /** Parses the parameters of a GET. Throws a problem if there is no query. */
    static GraphQlRequest of(MultiMap parameters) {
        var variables = Optional.ofNullable(parameters.get("variables")).filter(text -> !text.isBlank());
        return of(
                Optional.ofNullable(parameters.get("query")),
                Optional.ofNullable(parameters.get("operationName")),
                variables.map(GraphQlRequest::tree));
    }

    /** Parses the body of a POST. Throws a problem if it is not a request. */
    static GraphQlRequest of(String body) {
        var json = tree(body);
        if (!json.isObject()) {
            throw Problem.of(
                    ProblemType.MALFORMED, "The body is not a JSON object. A batch of requests is not supported");
        }
        return of(text(json, "query"), text(json, "operationName"), Optional.ofNullable(json.get("variables")));
    }

    private static GraphQlRequest of(
            Optional<String> query, Optional<String> operationName, Optional<JsonNode> variables) {
        return new GraphQlRequest(
                query.filter(text -> !text.isBlank())
                        .orElseThrow(() -> Problem.of(
                                ProblemType.MALFORMED, "query: no GraphQL document. Send it as text in field query")),
                operationName.filter(name -> !name.isEmpty()),
                variables
                        .filter(given -> !given.isNull())
                        .map(GraphQlRequest::fields)
                        .orElse(Map.of()));
    }

    private static Map<String, Object> fields(JsonNode variables) {
        if (!variables.isObject()) {
            throw Problem.of(ProblemType.MALFORMED, "variables: not a JSON object");
        }
        return MAPPER.convertValue(variables, FIELDS);
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.ofNullable(json.get(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw Problem.of(ProblemType.MALFORMED, "Not valid JSON: " + malformed.getOriginalMessage());
        }
    }
}
