package org.depositary.membership.imports;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Optional;
import org.depositary.imports.http.ImportCommandHandler;
import org.depositary.imports.http.ImportParameters;
import org.depositary.imports.http.ImportRequest;
import org.depositary.imports.job.ImportStatusResponse;
import org.depositary.membership.imports.staging.ImportRowKind;
import org.depositary.vocabulary.sources.SourceCoverage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Accepts files of memberships. */
@Path("/api/imports")
@RolesAllowed("admin")
@RunOnVirtualThread
@Tag(name = "imports")
public class MembershipImportResource {

    private final ImportCommandHandler commands;

    MembershipImportResource(ImportCommandHandler commands) {
        this.commands = commands;
    }

    @POST
    @Path("memberships")
    @Consumes({
        "text/csv",
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
        "application/octet-stream",
        "text/plain"
    })
    @Operation(
            summary = "Import memberships from a file: CSV with a header line, or one JSON object per line",
            description = """
                The service stores the rows before it responds, and decides them afterwards, one organisation at a time. \
                Invalid rows are skipped and reported with their line. Facts of the set that such a row may concern stay \
                unchanged. An import is held, and records nothing, if it retracts or moves more than a tenth of the facts \
                of its set and more than ten. With application/octet-stream or text/plain, a body that starts with { is \
                parsed as JSON, any other body as CSV. CSV fields are separated by commas, semicolons or tabs. The file is \
                in UTF-8, in UTF-16 with a byte order mark, or in the charset that the Content-Type declares. It may be \
                compressed: Content-Encoding: gzip.\
                """)
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "202",
            description = "The rows are stored and will be decided",
            headers =
                    @Header(
                            name = "Location",
                            description = "The import's address",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportStatusResponse.class)))
    public Response importMemberships(
            InputStream body,
            @Context HttpHeaders headers,
            @Parameter(
                            description =
                                    "The kind of rows: membership changes (default), or the statuses of parties in a "
                                            + "year",
                            schema = @Schema(enumeration = {"changes", "state-years"}))
                    @RestQuery
                    Optional<String> format,
            @BeanParam ImportParameters parameters,
            @Parameter(
                            description =
                                    "The time for which the set speaks, as an EDTF interval. Open memberships are "
                                            + "only possible after it. Of state-years: the first to the last year of the file, "
                                            + "unless given",
                            schema = @Schema(type = SchemaType.STRING, examples = "1816/2014"))
                    @RestQuery
                    Optional<String> covers)
            throws IOException {
        var request = parameters.toRequest(
                headers, rowKind(format).toString(), coverage(covers), Collections.emptySortedMap());
        return commands.accept(
                body, Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_ENCODING)), request);
    }

    private static ImportRowKind rowKind(Optional<String> format) {
        return format.map(text -> ImportRowKind.of(text)
                        .orElseThrow(() -> ImportRequest.badQuery("format must be changes or state-years")))
                .orElse(ImportRowKind.CHANGES);
    }

    private static Optional<String> coverage(Optional<String> given) {
        given.flatMap(text -> SourceCoverage.violation("covers", text)).ifPresent(violation -> {
            throw ImportRequest.badQuery("covers: " + violation.detail());
        });
        return given;
    }
}
