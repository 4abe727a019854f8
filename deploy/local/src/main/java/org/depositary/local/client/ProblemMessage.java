package org.depositary.local.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;

/** An answer that is no success, in one sentence (problem+json, RFC 9457, where the answer has it). */
final class ProblemMessage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ProblemMessage() {}

    static String told(HttpResponse<String> response) {
        var told = new ArrayList<String>();
        told.add(Integer.toString(response.statusCode()));
        try {
            var problem = JSON.readTree(response.body());
            add(told, problem, "title");
            add(told, problem, "detail");
            problem.path("errors")
                    .forEach(error -> told.add("(%s %s)"
                            .formatted(
                                    error.path("pointer").asText(),
                                    error.path("detail").asText())));
        } catch (JacksonException noProblem) {
            told.add(response.body().lines().findFirst().orElse(""));
        }
        return String.join(" ", told).strip();
    }

    private static void add(ArrayList<String> told, JsonNode problem, String field) {
        var text = problem.path(field).asText("");
        if (!text.isBlank()) {
            told.add(text);
        }
    }
}
