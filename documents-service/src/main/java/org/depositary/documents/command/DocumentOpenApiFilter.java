package org.depositary.documents.command;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import org.depositary.eventsourcing.http.CommandOpenApi;
import org.depositary.facts.command.FactOpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/**
 * Adds to the OpenAPI document what all operations on documents share: headers, refusals and tokens. {@link
 * FactOpenApiFilter} describes the commands on instruments and acts, which are facts.
 */
public class DocumentOpenApiFilter implements OASFilter {

    private static final String RESULT = "Answer";
    private static final OASFilter FACTS = new FactOpenApiFilter(path -> !isAboutDocuments(path));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        FACTS.filterOpenAPI(api);
        api.getComponents().addSchema(CommandOpenApi.PROBLEM, CommandOpenApi.problem());
        api.getComponents().addSchema(RESULT, CommandOpenApi.result("document"));
        api.getComponents().addSecurityScheme(CommandOpenApi.BEARER, CommandOpenApi.bearer());
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> {
                    if (!isAboutDocuments(path)) {
                        return;
                    }
                    operation
                            .getResponses()
                            .addAPIResponse("503", CommandOpenApi.refusal("Unavailable. Retry after Retry-After."));
                    if (method != HttpMethod.GET) {
                        describeCommand(operation);
                    }
                }));
        CommandOpenApi.describeRefusals(api);
    }

    private static boolean isAboutDocuments(String path) {
        return path.startsWith("/api/documents");
    }

    private static void describeCommand(Operation operation) {
        operation.addParameter(CommandOpenApi.idempotencyKey());
        operation.addParameter(CommandOpenApi.ifMatch());
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                CommandOpenApi.describeSuccess(
                        response, "The document's address", createSchema().ref("#/components/schemas/" + RESULT));
            }
        });
    }
}
