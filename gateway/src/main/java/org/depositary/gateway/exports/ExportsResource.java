package org.depositary.gateway.exports;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.exports.ExportRequests.ExportRequest;
import org.depositary.gateway.exports.ExportRequests.FoundExport;
import org.depositary.gateway.exports.formats.ExportFormat;
import org.depositary.gateway.log.ReadModelGeneration;
import org.depositary.gateway.web.JsonResponses;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.output.PatientOutput;
import org.depositary.gateway.web.parameters.CommonReadParameters;
import org.depositary.gateway.web.parameters.ParameterParser;
import org.depositary.gateway.web.tags.CodeVersion;
import org.depositary.gateway.web.tags.ContentHash;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Exports everything of one kind as known at an instant. */
@Path("/api/exports")
@Tag(name = "Exports")
@RejectUnknownParameters
@RunOnVirtualThread
public class ExportsResource {

    private static final String ROWS = "Depositary-Rows";

    private final ExportKinds kinds;
    private final ExportRequests requests;
    private final ExportWriter writer;
    private final ExportLimit limit;
    private final ExportSettings settings;
    private final JsonResponses replies;
    private final CodeVersion code;
    private final Vertx vertx;

    ExportsResource(
            ExportKinds kinds,
            ExportRequests requests,
            ExportWriter writer,
            ExportLimit limit,
            ExportSettings settings,
            JsonResponses replies,
            CodeVersion code,
            Vertx vertx) {
        this.kinds = kinds;
        this.requests = requests;
        this.writer = writer;
        this.limit = limit;
        this.settings = settings;
        this.replies = replies;
        this.code = code;
        this.vertx = vertx;
    }

    @GET
    @Path("{of}.{format}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "Everything of one kind as known at an instant, complete and without pages",
            description =
                    "The rows have the words of the lists, and an order that does not depend on the log. The end has the "
                            + "number of rows, so that a cut shows: the last line of NDJSON, the field `rows` of JSON, the "
                            + "footer of Parquet, and for every format the HTTP trailer `Depositary-Rows`. With `since`, only the rows that "
                            + "differ from the export as known then: each says in `delta` whether it was added, changed "
                            + "or is gone.")
    @APIResponse(
            responseCode = "200",
            description = "The export. If it fails on the way, the connection breaks off.",
            headers = {
                @Header(
                        name = "Link",
                        description = "The licence, with rel=license",
                        schema = @Schema(implementation = String.class)),
                @Header(
                        name = "Depositary-Cursor",
                        description = "The `since` of the next delta",
                        schema = @Schema(implementation = String.class))
            },
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/json", schema = @Schema(implementation = JsonNode.class)),
                @Content(
                        mediaType = "application/vnd.apache.parquet",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "410", description = "The cursor is unknown or of another epoch")
    @APIResponse(responseCode = "429", description = "Too many exports are running")
    @Parameter(
            name = "on",
            in = ParameterIn.QUERY,
            description = "The effective day, YYYY-MM-DD. Default: the day of `known-at`, or of the newest change.")
    public Response export(
            @Parameter(
                            description = "The kind of the rows",
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "organizations",
                                                "parties",
                                                "memberships",
                                                "exercises",
                                                "documents",
                                                "instruments",
                                                "state-years",
                                                "pairs",
                                                "participations",
                                                "changes"
                                            }))
                    @RestPath
                    String of,
            @Parameter(
                            description = "The format of the file",
                            schema = @Schema(enumeration = {"csv", "ndjson", "json", "parquet"}))
                    @RestPath
                    String format,
            @BeanParam CommonReadParameters reading,
            @Parameter(description = "An instant or a cursor: only the rows that differ from the export as known then")
                    @RestQuery
                    Optional<String> since,
            @Parameter(description = "true: CSV ends with the line `# rows: N`, for readers that know comments")
                    @RestQuery
                    Optional<String> trailer,
            @Context RoutingContext exchange)
            throws SQLException {
        var found = requests.find(new ExportRequest(
                kinds.named(of).orElseThrow(() -> unknown(of)),
                ExportFormat.named(format).orElseThrow(() -> unknown(format)),
                reading.knownAt()
                        .map(text -> PointInRegister.parse("known-at", text))
                        .orElse(PointInRegister.NEWEST),
                since.map(text -> PointInRegister.parse("since", text)),
                reading.day(),
                reading.languages(),
                ParameterParser.flag("trailer", trailer)));
        return response(found, reading, exchange);
    }

    private Response response(FoundExport found, CommonReadParameters reading, RoutingContext exchange) {
        var export = found.export();
        var identity = "%s %s %s %s %s %d %s"
                .formatted(
                        export.file(),
                        export.asOf(),
                        export.since(),
                        export.hasEndLine(),
                        export.description(),
                        ReadModelGeneration.VERSION,
                        code.get());
        // The replay of a parked stream changes what was known earlier. Until then no tag stays valid.
        var tag = found.point().position().complete()
                ? ContentHash.of(identity)
                : UUID.randomUUID().toString();
        StreamingOutput content = output -> {
            // HEAD must cost no more than the headers.
            if (exchange.request().method() != HttpMethod.HEAD) {
                write(export, output, exchange);
            }
        };
        var reply = replies.of(
                new JsonResponses.Body<>(content, tag), found.point().position().resumption(), reading.ifNoneMatch());
        return Response.fromResponse(reply.toResponse())
                .type(export.format().mediaType())
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(export.file()))
                .header(
                        "Link",
                        "<%s>; rel=\"license\"".formatted(export.description().license()))
                .header("Trailer", ROWS)
                .build();
    }

    private void write(Export export, OutputStream output, RoutingContext exchange) throws IOException {
        var response = exchange.response();
        // A trailer needs chunks, also if the export is so small that it fits into one buffer.
        response.setChunked(true);
        limit.begin();
        try {
            long rows = writer.write(export, new PatientOutput(output, exchange.request(), vertx, settings.patience()));
            response.putTrailer(ROWS, Long.toString(rows));
        } finally {
            limit.end();
        }
    }

    private Problem unknown(String name) {
        return Problem.notFound("No export is named '%s'. Kinds: %s. Formats: %s"
                .formatted(name, String.join(", ", kinds.names()), ExportFormat.names()));
    }
}
