package org.depositary.membership.imports;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.depositary.imports.file.ImportFileFormat;
import org.depositary.imports.http.CharsetParameter;
import org.depositary.imports.http.ImportCommandHandler;
import org.depositary.imports.http.ImportRequest;
import org.depositary.imports.job.ImportStatusResponse;
import org.depositary.membership.imports.staging.ImportRowKind;
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
            summary = "Import memberships from a file: CSV with a header line, or JSON objects, one a line",
            description = """
                The body is staged before the answer; its rows are decided afterwards, organisation by organisation. \
                Rows that are no good are skipped and reported by their line; what the set said of the same party or \
                organisation stays then. A file that would retract more than a tenth of what its set states, and more \
                than ten facts, or move as many effective dates, records nothing and is held. As application/octet-stream or \
                text/plain, a body that begins with { is read as JSON, any other as CSV, whose fields are separated by \
                commas, semicolons or tabs. The file is UTF-8, UTF-16 with a byte order mark, or in the charset that the \
                Content-Type declares. It may be compressed: Content-Encoding: gzip.\
                """)
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "202",
            description = "The rows are staged and will be decided",
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
                                    "What the rows are: a membership change each (the default), or the status of a "
                                            + "party in a year",
                            schema = @Schema(enumeration = {"changes", "state-years"}))
                    @RestQuery
                    Optional<String> format,
            @Parameter(
                            description = "What the file is a version of. It is compared with what the last import of "
                                    + "that said; without it, with the same file")
                    @RestQuery
                    Optional<String> set,
            @Parameter(description = "Record nothing, but report", schema = @Schema(type = SchemaType.BOOLEAN))
                    @RestQuery("dry-run")
                    Optional<String> dryRun,
            @Parameter(
                            description = "Do not hold the import, however much it retracts or moves",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @RestQuery("allow-retractions")
                    Optional<String> allowRetractions)
            throws IOException {
        var request = new ImportRequest(
                rowKind(format).toString(),
                Optional.ofNullable(headers.getMediaType()).flatMap(ImportFileFormat::of),
                Optional.ofNullable(headers.getMediaType()).flatMap(CharsetParameter::of),
                set,
                ImportRequest.flag("dry-run", dryRun),
                ImportRequest.flag("allow-retractions", allowRetractions));
        return commands.accept(
                body, Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_ENCODING)), request);
    }

    private static ImportRowKind rowKind(Optional<String> format) {
        return format.map(text -> ImportRowKind.of(text)
                        .orElseThrow(() -> ImportRequest.badQuery("format is changes or state-years")))
                .orElse(ImportRowKind.CHANGES);
    }
}
