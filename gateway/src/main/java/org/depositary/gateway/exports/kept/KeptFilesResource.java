package org.depositary.gateway.exports.kept;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.sql.SQLException;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.ByteRange;
import org.depositary.eventsourcing.http.EntityTags;
import org.depositary.eventsourcing.http.ProblemJson;
import org.depositary.gateway.exports.ExportSettings;
import org.depositary.gateway.exports.formats.ExportFormat;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.output.PatientOutput;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Serves the files of kept exports: the same bytes for ever. */
@Path("/api/exports/kept/{id}/{file}")
@Tag(name = "Exports")
@RejectUnknownParameters
@RunOnVirtualThread
public class KeptFilesResource {

    private static final int PARTIAL = 206;

    private final KeptFileReader files;
    private final ExportSettings settings;
    private final Vertx vertx;
    private final String cacheControl;

    KeptFilesResource(
            KeptFileReader files,
            ExportSettings settings,
            Vertx vertx,
            @ConfigProperty(name = "depositary.reads.policy", defaultValue = "permit") String readsPolicy) {
        this.files = files;
        this.settings = settings;
        this.vertx = vertx;
        // A shared cache must not give the file to readers without a token.
        this.cacheControl = (readsPolicy.equals("permit") ? "public" : "private") + ", max-age=31536000, immutable";
    }

    @GET
    // Compressed, ranges and the digest would be those of other bytes.
    @Uncompressed
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "A file of a kept export",
            description = "The bytes never change. `Repr-Digest` has their SHA-256. A range of bytes can be requested.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            headers = {
                @Header(
                        name = "Repr-Digest",
                        description = "SHA-256 of the whole file (RFC 9530)",
                        schema = @Schema(implementation = String.class)),
                @Header(
                        name = "ETag",
                        description = "A strong entity tag",
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
    @APIResponse(
            responseCode = "206",
            description = "The requested range of the file",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/json", schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = "application/vnd.apache.parquet",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "416", description = "The range begins after the end of the file")
    public Response file(
            @RestPath String id,
            @RestPath String file,
            @RestHeader("Range") Optional<String> range,
            @RestHeader("If-Range") Optional<String> ifRange,
            @RestHeader("If-None-Match") Optional<String> ifNoneMatch,
            @Context RoutingContext exchange)
            throws SQLException {
        var stored = files.find(KeptExportsResource.uuid(id), file)
                .orElseThrow(() -> KeptExportsResource.unknown(id + "/" + file));
        if (EntityTags.isKnown(ifNoneMatch, stored.entityTag())) {
            return described(Response.notModified(), stored).build();
        }
        // A range means something for GET only (RFC 9110, section 14.2).
        var chosen = range.filter(header -> !isHead(exchange))
                .filter(header -> ifRange.map(stored.entityTag()::equals).orElse(true))
                .flatMap(header -> ByteRange.parse(header, stored.size()));
        if (chosen.isPresent() && !chosen.get().isSatisfiable()) {
            return notSatisfiable(chosen.get());
        }
        return content(stored, chosen, exchange);
    }

    private Response content(StoredFile file, Optional<ByteRange> range, RoutingContext exchange) {
        var chosen = range.orElseGet(() -> ByteRange.whole(file.size()));
        StreamingOutput bytes = output -> {
            if (!isHead(exchange)) {
                files.write(file, chosen, new PatientOutput(output, exchange.request(), vertx, settings.patience()));
            }
        };
        var response = described(Response.status(range.isPresent() ? PARTIAL : 200), file)
                .entity(bytes)
                .header("Content-Length", chosen.length());
        if (range.isPresent()) {
            response.header("Content-Range", chosen.contentRange());
        } else {
            response.header("Content-Digest", file.digest());
        }
        return response.build();
    }

    private static boolean isHead(RoutingContext exchange) {
        return exchange.request().method() == HttpMethod.HEAD;
    }

    private ResponseBuilder described(ResponseBuilder response, StoredFile file) {
        var extension = file.name().substring(file.name().lastIndexOf('.') + 1);
        return response.header(
                        "Content-Type",
                        ExportFormat.named(extension).orElseThrow().mediaType())
                .header("ETag", file.entityTag())
                .header("Repr-Digest", file.digest())
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", cacheControl)
                .header("Depositary-Rows", file.rows())
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(file.name()));
    }

    private static Response notSatisfiable(ByteRange range) {
        var problem = Problem.of(ProblemType.RANGE_NOT_SATISFIABLE, "The file has %d bytes".formatted(range.total()));
        return Response.fromResponse(ProblemJson.response(problem))
                .header("Content-Range", range.contentRange())
                .build();
    }
}
