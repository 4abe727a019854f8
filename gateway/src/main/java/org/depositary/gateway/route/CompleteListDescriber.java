package org.depositary.gateway.route;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createOperation;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createPathItem;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.depositary.gateway.web.CompleteListResponses;
import org.depositary.gateway.web.ListFormat;
import org.depositary.gateway.web.RequestedFields;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Adds to the OpenAPI document what all lists and reads have in common and no resource declares: each list as a complete file
 * in every {@link ListFormat}, and the parameter {@code fields}.
 */
final class CompleteListDescriber {

    private static final String JSON = "application/json";

    /** Exports are complete files themselves. */
    private static final String EXPORTS = "/api/exports";

    private CompleteListDescriber() {}

    static void in(OpenAPI api) {
        var reads = new LinkedHashMap<String, Operation>();
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith("/api/")
                    && !path.startsWith(EXPORTS)
                    && item.getGET() != null
                    && isPublicJson(item.getGET())) {
                reads.put(path, item.getGET());
            }
        });
        reads.forEach((path, read) -> {
            read.addParameter(fields());
            if (isList(read)) {
                for (var format : ListFormat.values()) {
                    add(api, path + format.suffix(), complete(read, format));
                }
            }
        });
    }

    /** A list that a resource serves itself in this format keeps its own description. */
    private static void add(OpenAPI api, String path, Operation list) {
        if (api.getPaths().getPathItem(path) == null) {
            api.getPaths().addPathItem(path, createPathItem().GET(list));
        }
    }

    /** Whether the operation answers everybody with JSON. Lists for administrators have no complete form. */
    private static boolean isPublicJson(Operation operation) {
        var answer = operation.getResponses().getAPIResponse("200");
        return operation.getSecurity() == null
                && operation.getParameters() != null
                && answer != null
                && answer.getContent() != null
                && answer.getContent().hasMediaType(JSON);
    }

    private static boolean isList(Operation read) {
        return read.getParameters().stream().anyMatch(parameter -> isQuery(parameter, "after"));
    }

    private static boolean isQuery(Parameter parameter, String name) {
        return parameter.getIn() == In.QUERY && name.equals(parameter.getName());
    }

    private static Operation complete(Operation list, ListFormat format) {
        var label = format == ListFormat.CSV ? "CSV" : "newline-delimited JSON";
        return createOperation()
                .tags(list.getTags())
                .summary("The same items as %s, complete and without pages".formatted(label))
                .description(list.getSummary())
                .operationId(list.getOperationId() == null ? null : list.getOperationId() + "_" + format.label())
                .parameters(parameters(list, format))
                .responses(responses(list, format))
                .addExtension(ListFormat.EXTENSION, format.label());
    }

    private static List<Parameter> parameters(Operation list, ListFormat format) {
        var parameters = new ArrayList<Parameter>();
        for (var parameter : list.getParameters()) {
            if (isQuery(parameter, "limit")) {
                parameters.add(query("limit", "Only the first items. Default: all.", integer()));
            } else if (!isQuery(parameter, "after")) {
                parameters.add(parameter);
            }
        }
        if (format == ListFormat.CSV) {
            parameters.add(query(
                    CompleteListResponses.BYTE_ORDER_MARK,
                    "true: begin with a byte order mark, by which Excel detects UTF-8.",
                    createSchema().type(List.of(SchemaType.BOOLEAN))));
        }
        return parameters;
    }

    private static APIResponses responses(Operation list, ListFormat format) {
        var responses = createAPIResponses();
        list.getResponses()
                .getAPIResponses()
                .forEach((status, response) ->
                        responses.addAPIResponse(status, status.equals("200") ? file(response, format) : response));
        return responses;
    }

    private static APIResponse file(APIResponse page, ListFormat format) {
        var file = createAPIResponse()
                .description("All items. A response that ends without an error is complete.")
                .content(createContent()
                        .addMediaType(format.mediaType(), createMediaType().schema(string())));
        if (page.getHeaders() != null) {
            page.getHeaders().forEach((name, header) -> {
                if (!name.equals("Link")) {
                    file.addHeader(name, header);
                }
            });
        }
        return file.addHeader(
                "Content-Disposition", createHeader().description("A file name").schema(string()));
    }

    private static Parameter fields() {
        return query(
                RequestedFields.PARAMETER,
                "Only these fields of each item, or of the resource: `party,status,since.edtf`. Default: all.",
                string());
    }

    private static Parameter query(String name, String description, Schema schema) {
        return createParameter()
                .name(name)
                .in(In.QUERY)
                .description(description)
                .schema(schema);
    }

    private static Schema string() {
        return createSchema().type(List.of(SchemaType.STRING));
    }

    private static Schema integer() {
        return createSchema().type(List.of(SchemaType.INTEGER)).minimum(BigDecimal.ONE);
    }
}
