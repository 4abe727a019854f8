package org.depositary.documents.command;

import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;

import java.util.List;
import org.depositary.eventsourcing.http.CommandOpenApi;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** Adds to the OpenAPI document what all operations on documents share: headers, refusals and tokens. */
public class DocumentOpenApiFilter implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().addSchema(CommandOpenApi.PROBLEM, CommandOpenApi.problem());
        api.getComponents().addSecurityScheme(CommandOpenApi.BEARER, CommandOpenApi.bearer());
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> {
                    describeRefusals(operation);
                    if (method != HttpMethod.GET) {
                        describeCommand(operation);
                    }
                }));
    }

    private static void describeCommand(Operation operation) {
        operation.security(List.of(createSecurityRequirement().addScheme(CommandOpenApi.BEARER)));
        operation.addParameter(CommandOpenApi.idempotencyKey());
        operation.addParameter(CommandOpenApi.ifMatch());
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeader("Location", CommandOpenApi.responseHeader("The document's address"));
                response.addHeader("Depositary-Version", CommandOpenApi.responseHeader("<stream>@<version>"));
                response.addHeader(
                        "Idempotency-Replayed",
                        CommandOpenApi.responseHeader("true if this is the stored response of an earlier request"));
            }
        });
    }

    /** Each refusal keeps its description. */
    private static void describeRefusals(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4")) {
                response.content(
                        CommandOpenApi.refusal(response.getDescription()).getContent());
            }
        });
        operation.getResponses().addAPIResponse("503", CommandOpenApi.refusal("Unavailable. Retry after Retry-After."));
    }
}
