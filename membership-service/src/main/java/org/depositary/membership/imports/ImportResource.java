package org.depositary.membership.imports;

import io.quarkus.runtime.configuration.MemorySize;
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
import java.util.regex.Pattern;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.SpooledBody;
import org.depositary.imports.file.ImportFileFormat;
import org.depositary.membership.imports.job.ImportIdParser;
import org.depositary.membership.imports.job.ImportRowKind;
import org.depositary.membership.imports.job.ImportStatusResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Accepts files of memberships, and releases and undoes imports. */
@Path("/api/imports")
@RolesAllowed("admin")
@RunOnVirtualThread
@Tag(name = "imports")
public class ImportResource {

    private static final Pattern SET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

    private final ImportCommandHandler commands;
    private final long maxBytes;

    ImportResource(
            ImportCommandHandler commands, @ConfigProperty(name = "depositary.imports.largest") MemorySize maxSize) {
        this.commands = commands;
        this.maxBytes = maxSize.asLongValue();
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
            summary = "Import memberships from a file: CSV with a header line, or JSON objects, one a line; UTF-8",
            description = """
                The body is staged before the answer; its rows are decided afterwards, organisation by organisation. \
                Rows that are no good are skipped and reported by their line; what the set said of the same party or \
                organisation stays then. A file that would retract more than a tenth of what its set states, and more \
                than ten facts, or move as many effective dates, records nothing and is held. As application/octet-stream or \
                text/plain, a body that begins with { is read as JSON, any other as CSV, whose fields are separated by \
                commas, semicolons or tabs.\
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
        var asked = new ImportCommandHandler.Asked(
                format(format),
                Optional.ofNullable(headers.getMediaType()).flatMap(ImportFileFormat::of),
                set(set),
                flag("dry-run", dryRun),
                flag("allow-retractions", allowRetractions));
        try (var spool = SpooledBody.from(body, "An import", maxBytes)) {
            return commands.accept(spool, asked);
        }
    }

    private static ImportRowKind format(Optional<String> given) {
        return given.map(text -> ImportRowKind.of(text).orElseThrow(() -> badQuery("format is changes or state-years")))
                .orElse(ImportRowKind.CHANGES);
    }

    private static Optional<String> set(Optional<String> given) {
        given.filter(text -> !SET.matcher(text).matches()).ifPresent(text -> {
            throw badQuery("set takes 1 to 100 letters, digits and . _ : -");
        });
        return given;
    }

    private static boolean flag(String name, Optional<String> given) {
        return given.map(text -> switch (text) {
                    case "true", "" -> true;
                    case "false" -> false;
                    default -> throw badQuery(name + " is true or false");
                })
                .orElse(false);
    }

    private static Problem badQuery(String detail) {
        return Problem.of(ProblemType.BAD_QUERY, detail);
    }

    @POST
    @Path("{id}/release")
    @Operation(summary = "Let a held import go on", description = """
        What it changes is decided afresh, and recorded, however much it takes back. Conflicts (409) when it is not held, \
        or a later import of its set has begun.\
        """)
    @APIResponse(
            responseCode = "202",
            description = "It goes on",
            headers =
                    @Header(
                            name = "Location",
                            description = "The import's address",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportStatusResponse.class)))
    public Response release(@RestPath String id) {
        return commands.release(ImportIdParser.parse(id));
    }

    @POST
    @Path("{id}/undo")
    @Operation(summary = "Take back what an import did", description = """
        What it recorded is retracted, what it corrected says again what it said, what it retracted is \
        recorded anew. Facts that were changed since stay. Organisations that it registered stay, too. An import that \
        is held is discarded.\
        """)
    @APIResponse(
            responseCode = "202",
            description = "It will be taken back",
            headers =
                    @Header(
                            name = "Location",
                            description = "The import's address",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportStatusResponse.class)))
    public Response undo(@RestPath String id) {
        return commands.undo(ImportIdParser.parse(id));
    }
}
