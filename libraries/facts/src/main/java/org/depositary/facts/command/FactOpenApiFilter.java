package org.depositary.facts.command;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createRequestBody;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Adds to the OpenAPI document what all commands on facts share: headers, responses, problems, and the bodies of
 * corrections, retractions, sources and claims. A resource describes its own statement only.
 */
public class FactOpenApiFilter implements OASFilter {

    private static final String JSON = "application/json";
    private static final String IMPORTS = "/api/imports/";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(createComponents());
        }
        // The methods of resources take a JsonNode. The document must not describe that Java class, so its schema is
        // removed.
        api.getComponents().removeSchema("JsonNode");
        api.getComponents().removeSchema("JsonNodeType");
        FactOpenApiSchemas.all().forEach(api.getComponents()::addSchema);
        api.getComponents()
                .addSecurityScheme(
                        "bearer",
                        createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> {
                    if (path.startsWith(IMPORTS)) {
                        describeImport(method, operation);
                    } else {
                        describe(path, method, operation);
                    }
                }));
    }

    /**
     * Describes only what imports share with other commands. Imports take files and can be read without a token, so
     * their resource describes bodies and responses itself.
     */
    private static void describeImport(PathItem.HttpMethod method, Operation operation) {
        if (method == PathItem.HttpMethod.POST) {
            operation.addSecurityRequirement(createSecurityRequirement().addScheme("bearer"));
            operation.addParameter(
                    header("Idempotency-Key", "A repeated request with the same key returns the stored response"));
        }
        operation.getResponses().getAPIResponses().keySet().stream()
                .filter(status -> status.startsWith("4"))
                .toList()
                .forEach(operation.getResponses()::removeAPIResponse);
        operation.getResponses().addAPIResponse("4XX", problem("The request was refused; nothing was recorded"));
        operation.getResponses().addAPIResponse("503", problem("Unavailable. Retry after Retry-After."));
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        operation.addSecurityRequirement(createSecurityRequirement().addScheme("bearer"));
        operation.addParameter(
                header("Idempotency-Key", "A repeated request with the same key returns the stored response"));
        operation.addParameter(header("If-Match", "The version of the stream that the caller has seen"));
        if (path.endsWith("/corrections")) {
            operation.requestBody(body(FactOpenApiSchemas.ref("Correction")));
        } else if (path.endsWith("/retraction") || path.endsWith("/preference") || path.endsWith("/withdrawal")) {
            operation.requestBody(body(FactOpenApiSchemas.ref("Reason")));
        } else if (path.endsWith("/claims")) {
            operation.requestBody(body(FactOpenApiSchemas.ref("Claim")));
        } else if (path.endsWith("/sources")) {
            operation.requestBody(body(FactOpenApiSchemas.ref("Source")));
        } else {
            oneOrSeveral(operation);
        }
        var responses = operation.getResponses();
        responses.getAPIResponses().keySet().forEach(responses::removeAPIResponse);
        responses.addAPIResponse("201", recorded("Recorded"));
        if (method == PathItem.HttpMethod.PUT) {
            responses.addAPIResponse("200", recorded("Already recorded with the same body; nothing was recorded now"));
        }
        responses.addAPIResponse("4XX", problem("The request was refused; nothing was recorded"));
        responses.addAPIResponse("503", problem("Unavailable. Retry after Retry-After."));
    }

    /**
     * Describes the request body of a command that records facts: one fact or an array of facts. A PUT takes one fact
     * only.
     */
    private static void oneOrSeveral(Operation operation) {
        var media = operation.getRequestBody().getContent().getMediaType(JSON);
        var one = media.getSchema();
        if (one != null && one.getRef() != null && one.getRef().contains("/New")) {
            var several = createSchema().addType(SchemaType.ARRAY).items(one);
            media.schema(createSchema().oneOf(List.of(one, several)));
        }
    }

    private static APIResponse recorded(String description) {
        return createAPIResponse()
                .description(description)
                .addHeader(
                        "Location",
                        createHeader().description("The fact's address").schema(text()))
                .addHeader(
                        "Depositary-Version",
                        createHeader().description("<stream>@<version>").schema(text()))
                .addHeader(
                        "Idempotency-Replayed",
                        createHeader()
                                .description("true if this is the stored response of an earlier request")
                                .schema(text()))
                .content(json(createSchema()
                        .oneOf(List.of(FactOpenApiSchemas.ref("Recorded"), FactOpenApiSchemas.listOf("Recorded")))));
    }

    private static APIResponse problem(String description) {
        return createAPIResponse()
                .description(description)
                .content(createContent()
                        .addMediaType(
                                "application/problem+json",
                                createMediaType().schema(FactOpenApiSchemas.ref("Problem"))));
    }

    private static RequestBody body(Schema schema) {
        return createRequestBody().required(true).content(json(schema));
    }

    private static Content json(Schema schema) {
        return createContent().addMediaType(JSON, createMediaType().schema(schema));
    }

    private static Parameter header(String name, String description) {
        return createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(text());
    }

    private static Schema text() {
        return createSchema().addType(SchemaType.STRING);
    }
}
