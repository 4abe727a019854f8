package org.depositary.gateway.route;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.List;
import java.util.Map;
import org.depositary.eventsourcing.http.CommandOpenApi;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Adds the headers and error responses that all reads of the gateway have in common to the OpenAPI document. */
final class OpenApiReadDescriber {

    private static final Map<String, String> HEADERS = Map.of(
            "Depositary-Cursor", "The cursor of this response. A stream from it misses no change.",
            "Depositary-Version", "The version of the stream of a single fact",
            "ETag", "For If-None-Match",
            "Link", "The next page of a list: rel=next");

    private static final Map<String, String> REFUSALS = Map.of(
            "4XX", "The request was refused",
            "503", "Unavailable. Retry after Retry-After.");

    private OpenApiReadDescriber() {}

    static void in(OpenAPI api) {
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith("/api/") && item.getGET() != null && isRead(item.getGET())) {
                describe(path, item.getGET());
            }
            item.getOperations().values().stream()
                    .filter(operation -> operation.getSecurity() != null)
                    .forEach(OpenApiReadDescriber::describeRefusals);
        });
    }

    /** Whether the operation is a read: reads have the parameter {@code known-at}. */
    private static boolean isRead(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "known-at".equals(parameter.getName()));
    }

    private static void describe(String path, Operation read) {
        var answers = read.getResponses();
        HEADERS.forEach((name, description) -> answers.getAPIResponse("200").addHeader(name, header(description)));
        answers.addAPIResponse("304", createAPIResponse().description("Not modified"));
        if (path.contains("{")) {
            answers.addAPIResponse("404", CommandOpenApi.refusal("Not recorded at this position"));
        }
        describeRefusals(read);
    }

    /** Adds the error responses. Also used for operations of administrators. */
    private static void describeRefusals(Operation operation) {
        REFUSALS.forEach((status, description) ->
                operation.getResponses().addAPIResponse(status, CommandOpenApi.refusal(description)));
    }

    private static Header header(String description) {
        return createHeader().description(description).schema(createSchema().type(List.of(SchemaType.STRING)));
    }
}
