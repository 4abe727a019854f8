package org.depositary.facts.command;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createRequestBody;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.depositary.eventsourcing.http.CommandOpenApi;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/**
 * Adds to the OpenAPI document what all commands on facts share: headers, responses, problems, and the bodies of
 * corrections, retractions, sources, verifications and claims. A resource describes its own statement only.
 */
public class FactOpenApiFilter implements OASFilter {

    private static final String JSON = "application/json";
    private static final String IMPORTS = "/api/imports/";

    /** The refusals that Quarkus generates, with texts of its own. */
    private static final Set<String> GENERATED_REFUSALS = Set.of("400", "401", "403");

    private final Predicate<String> isAboutFacts;

    /** Describes every operation of the service. */
    public FactOpenApiFilter() {
        this(path -> true);
    }

    /** Describes the operations whose path the predicate accepts, for a service that also has other commands. */
    public FactOpenApiFilter(Predicate<String> isAboutFacts) {
        this.isAboutFacts = isAboutFacts;
    }

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
        api.getComponents().addSecurityScheme(CommandOpenApi.BEARER, CommandOpenApi.bearer());
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> {
                    if (path.startsWith(IMPORTS)) {
                        describeImport(method, operation);
                    } else if (isAboutFacts.test(path)) {
                        describe(path, method, operation);
                    }
                }));
        CommandOpenApi.describeRefusals(api);
    }

    /**
     * Describes only what imports share with other commands. Imports take files and can be read without a token, so
     * their resource describes bodies and responses itself.
     */
    private static void describeImport(PathItem.HttpMethod method, Operation operation) {
        if (method == PathItem.HttpMethod.POST) {
            operation.addParameter(CommandOpenApi.idempotencyKey());
        }
        operation.getResponses().getAPIResponses().keySet().stream()
                .filter(GENERATED_REFUSALS::contains)
                .toList()
                .forEach(operation.getResponses()::removeAPIResponse);
        operation
                .getResponses()
                .addAPIResponse("4XX", CommandOpenApi.refusal("The request was refused; nothing was recorded"));
        operation.getResponses().addAPIResponse("503", CommandOpenApi.refusal("Unavailable. Retry after Retry-After."));
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        if (operation.getSecurity() == null) {
            operation.addSecurityRequirement(inheritedRole());
        }
        operation.addParameter(CommandOpenApi.idempotencyKey());
        operation.addParameter(CommandOpenApi.ifMatch());
        if (path.endsWith("/corrections")) {
            operation.requestBody(body(FactOpenApiSchemas.ref("Correction")));
        } else if (path.endsWith("/retraction") || path.endsWith("/preference") || path.endsWith("/withdrawal")) {
            operation.requestBody(body(FactOpenApiSchemas.ref("Reason")));
        } else if (path.endsWith("/claims")) {
            operation.requestBody(body(FactOpenApiSchemas.ref("Claim")));
        } else if (path.endsWith("/sources")) {
            operation.requestBody(body(FactOpenApiSchemas.ref("Source")));
        } else if (path.endsWith("/verification")) {
            operation.requestBody(body(FactOpenApiSchemas.ref("Verification")));
        } else {
            oneOrSeveral(operation);
        }
        var responses = operation.getResponses();
        responses.getAPIResponses().keySet().stream()
                .filter(status -> !status.startsWith("4") || GENERATED_REFUSALS.contains(status))
                .toList()
                .forEach(responses::removeAPIResponse);
        responses.addAPIResponse("201", recorded("Recorded"));
        if (method == PathItem.HttpMethod.PUT) {
            responses.addAPIResponse("200", recorded("Already recorded with the same body; nothing was recorded now"));
        }
        responses.addAPIResponse("4XX", CommandOpenApi.refusal("The request was refused; nothing was recorded"));
        responses.addAPIResponse("503", CommandOpenApi.refusal("Unavailable. Retry after Retry-After."));
    }

    /** The role of {@link FactResource}. Quarkus adds only roles that a class or its own methods declare. */
    private static SecurityRequirement inheritedRole() {
        var roles = FactResource.class.getAnnotation(RolesAllowed.class).value();
        return createSecurityRequirement().addScheme(CommandOpenApi.BEARER, List.of(roles));
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
        return CommandOpenApi.describeSuccess(
                createAPIResponse().description(description),
                "The fact's address",
                createSchema()
                        .oneOf(List.of(FactOpenApiSchemas.ref("Recorded"), FactOpenApiSchemas.listOf("Recorded"))));
    }

    private static RequestBody body(Schema schema) {
        return createRequestBody().required(true).content(CommandOpenApi.json(schema));
    }
}
