package org.depositary.gateway.asyncapi;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.Optional;
import org.depositary.eventsourcing.http.EntityTags;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.depositary.gateway.web.tags.ContentHash;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Serves the AsyncAPI document in YAML and JSON. */
@Path("/asyncapi")
@Tag(name = "Documentation")
@RejectUnknownParameters
@RunOnVirtualThread
public class AsyncApiResource {

    private static final String YAML = "application/yaml";

    private final AsyncApiDocument document;

    AsyncApiResource(AsyncApiDocument document) {
        this.document = document;
    }

    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "getAsyncApi",
            summary = "The events and how they reach subscribers",
            description =
                    "AsyncAPI 3.1 in YAML: Kafka topics, server-sent events, webhooks and the GraphQL subscription, with"
                            + " schema and sample of each event. With `format=json`, or where JSON is preferred, it is JSON.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Nothing changed since the entity tag")
    public Response asyncApi(
            @Parameter(description = "`yaml` or `json`. It takes precedence over `Accept`.") @RestQuery
                    Optional<String> format,
            @RestHeader("If-None-Match") Optional<String> ifNoneMatch,
            @Context Request request) {
        boolean isJson = format.map(AsyncApiResource::isJson).orElseGet(() -> prefersJson(request));
        var content = isJson ? document.json() : document.yaml();
        var tag = "W/\"%s\"".formatted(ContentHash.of(content));
        var response = EntityTags.isKnown(ifNoneMatch, tag) ? Response.notModified() : Response.ok(content);
        return response.type(isJson ? MediaType.APPLICATION_JSON : YAML)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static boolean isJson(String format) {
        return switch (format) {
            case "json" -> true;
            case "yaml" -> false;
            default ->
                throw InvalidParameterProblem.of("format", "'%s' is unknown. Use yaml or json".formatted(format));
        };
    }

    private static boolean prefersJson(Request request) {
        var variants = Variant.mediaTypes(MediaType.valueOf(YAML), MediaType.APPLICATION_JSON_TYPE)
                .build();
        return Optional.ofNullable(request.selectVariant(variants))
                .filter(variant -> variant.getMediaType().equals(MediaType.APPLICATION_JSON_TYPE))
                .isPresent();
    }
}
