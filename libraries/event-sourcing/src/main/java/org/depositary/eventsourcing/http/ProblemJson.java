package org.depositary.eventsourcing.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/**
 * A problem as {@code application/problem+json} (RFC 9457).
 *
 * @param errors the flaws of invalid input
 * @param conflictsWith addresses of the recorded facts that conflict with the request
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

    /** The complete HTTP response. */
    public static Response response(Problem problem) {
        var response = Response.status(problem.type().status()).type(MEDIA_TYPE).entity(of(problem));
        problem.retryAfter().ifPresent(wait -> response.header("Retry-After", Math.max(1, wait.toSeconds())));
        if (problem.type() == ProblemType.UNAUTHENTICATED) {
            response.header("WWW-Authenticate", "Bearer");
        }
        return response.build();
    }

    /** The JSON as text, for responses written without JAX-RS. */
    public String toJson() {
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
