package org.depositary.eventsourcing.http;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;

import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** The parts of an OpenAPI document that the commands of all services share: headers, problems and tokens. */
public final class CommandOpenApi {

    public static final String PROBLEM = "Problem";
    public static final String BEARER = "bearer";

    private CommandOpenApi() {}

    public static SecurityScheme bearer() {
        return createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT");
    }

    public static Parameter idempotencyKey() {
        return header("Idempotency-Key", "A repeated request with the same key returns the stored response");
    }

    public static Parameter ifMatch() {
        return header("If-Match", "The version of the stream that the caller has seen");
    }

    private static Header responseHeader(String description) {
        return createHeader().description(description).schema(text());
    }

    /** Adds the headers and the JSON body that every successful response of a command has. */
    public static APIResponse describeSuccess(APIResponse response, String address, Schema body) {
        return response.addHeader("Location", responseHeader(address))
                .addHeader("Depositary-Version", responseHeader("<stream>@<version>"))
                .addHeader(
                        "Idempotency-Replayed",
                        responseHeader("true if this is the stored response of an earlier request"))
                .content(json(body));
    }

    public static Content json(Schema schema) {
        return createContent()
                .addMediaType("application/json", createMediaType().schema(schema));
    }

    /**
     * Describes every refusal as a problem, and adds those of missing and insufficient tokens to every operation that
     * requires a token. Filters of OpenAPI documents call this last.
     */
    public static void describeRefusals(OpenAPI api) {
        api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(CommandOpenApi::describeRefusals);
    }

    private static void describeRefusals(Operation operation) {
        var responses = operation.getResponses();
        responses.getAPIResponses().forEach((status, response) -> {
            if ((status.startsWith("4") || status.equals("503")) && hasNoBody(response)) {
                response.content(refusal(response.getDescription()).getContent());
            }
        });
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            addIfAbsent(responses, "401", "No token, or an invalid one");
            addIfAbsent(responses, "403", "The role of the token does not allow this");
        }
    }

    private static boolean hasNoBody(APIResponse response) {
        return response.getContent() == null
                || response.getContent().getMediaTypes() == null
                || response.getContent().getMediaTypes().isEmpty();
    }

    private static void addIfAbsent(APIResponses responses, String status, String description) {
        if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(status, refusal(description));
        }
    }

    /** A refusal, in problem+json. The document must have {@link #problem} as schema {@value #PROBLEM}. */
    public static APIResponse refusal(String description) {
        var schema = createSchema().ref("#/components/schemas/" + PROBLEM);
        return createAPIResponse()
                .description(description)
                .content(createContent()
                        .addMediaType(ProblemJson.MEDIA_TYPE, createMediaType().schema(schema)));
    }

    /** The schema of the response body of a command. */
    public static Schema result(String subject) {
        return object("The recorded " + subject)
                .addProperty("id", text("The %s's id".formatted(subject)))
                .addProperty("location", text("The %s's address".formatted(subject)))
                .addProperty("version", text("The version of its stream, <stream>@<version>"))
                .required(List.of("id", "location", "version"));
    }

    /** The schema of {@link ProblemJson}. */
    public static Schema problem() {
        var violation = object("One error")
                .addProperty("pointer", text("The field: a JSON pointer as URI fragment (RFC 6901)"))
                .addProperty("detail", text("What"));
        return object("A problem (RFC 9457)")
                .addProperty("type", text("/problems/<slug>, a page that explains it"))
                .addProperty("title", text("The type of the problem in words"))
                .addProperty("status", createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text("The cause of this problem"))
                .addProperty("errors", array(violation))
                .addProperty(
                        "conflictsWith",
                        array(text("The address of a conflicting recorded fact, /api/membership-changes/<id>")))
                .required(List.of("type", "title", "status"));
    }

    private static Parameter header(String name, String description) {
        return createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(text());
    }

    private static Schema object(String description) {
        return createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return text().description(description);
    }

    private static Schema text() {
        return createSchema().addType(SchemaType.STRING);
    }

    private static Schema array(Schema items) {
        return createSchema().addType(SchemaType.ARRAY).items(items);
    }
}
