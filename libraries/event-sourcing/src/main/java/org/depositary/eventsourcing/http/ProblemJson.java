package org.depositary.eventsourcing.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/**
 * The JSON of a problem response, {@code application/problem+json} (RFC 9457).
 *
 * @param errors the flaws of invalid input
 * @param conflictsWith URL paths of the recorded facts that conflict with the request
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "errors", "conflictsWith"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemJson(
        String type, String title, int status, String detail, List<Problem.Flaw> errors, List<String> conflictsWith) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static ProblemJson of(Problem problem) {
        var type = problem.type();
        return new ProblemJson(
                type.uri(), type.title(), type.status(), problem.detail(), problem.flaws(), problem.conflictsWith());
    }

    public static Response response(Problem problem) {
        var response = Response.status(problem.type().status()).type(MEDIA_TYPE).entity(of(problem));
        headers(problem).forEach(response::header);
        return response.build();
    }

    /**
     * Sends the problem on a Vert.x response. Headers that the response already has stay. Does nothing if the client
     * has disconnected.
     */
    public static void send(Problem problem, HttpServerResponse response) {
        if (!response.closed()) {
            headers(problem).forEach((name, value) -> {
                if (!response.headers().contains(name)) {
                    response.putHeader(name, value);
                }
            });
            response.setStatusCode(problem.type().status())
                    .putHeader("Content-Type", MEDIA_TYPE)
                    .end(of(problem).toJson());
        }
    }

    private static Map<String, String> headers(Problem problem) {
        var headers = new HashMap<String, String>();
        problem.retryAfter()
                .ifPresent(wait -> headers.put("Retry-After", String.valueOf(Math.max(1, wait.toSeconds()))));
        if (problem.type() == ProblemType.UNAUTHENTICATED) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        return headers;
    }

    private String toJson() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        if (!errors.isEmpty()) {
            var list = json.putArray("errors");
            errors.forEach(
                    flaw -> list.addObject().put("pointer", flaw.pointer()).put("detail", flaw.detail()));
        }
        if (!conflictsWith.isEmpty()) {
            conflictsWith.forEach(json.putArray("conflictsWith")::add);
        }
        return json.toString();
    }
}
