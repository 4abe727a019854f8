package org.depositary.local.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;

/**
 * Formats an error response as one sentence for the terminal. Uses the details of a problem+json body (RFC 9457) if
 * the response has one.
 */
final class ProblemMessageFormatter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ProblemMessageFormatter() {}

    static String of(HttpResponse<String> response) {
        var parts = new ArrayList<String>();
        parts.add(Integer.toString(response.statusCode()));
        try {
            var problem = JSON.readTree(response.body());
            add(parts, problem, "title");
            add(parts, problem, "detail");
            problem.path("errors")
                    .forEach(error -> parts.add("(%s %s)"
                            .formatted(
                                    error.path("pointer").asText(),
                                    error.path("detail").asText())));
        } catch (JacksonException noProblem) {
            parts.add(response.body().lines().findFirst().orElse(""));
        }
        return String.join(" ", parts).strip();
    }

    private static void add(ArrayList<String> parts, JsonNode problem, String field) {
        var text = problem.path(field).asText("");
        if (!text.isBlank()) {
            parts.add(text);
        }
    }
}
