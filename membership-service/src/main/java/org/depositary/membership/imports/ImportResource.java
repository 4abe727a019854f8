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
import org.depositary.membership.imports.file.ImportFileFormat;
import org.depositary.membership.imports.job.ImportIdParser;
import org.depositary.membership.imports.job.ImportRowKind;
import org.depositary.membership.imports.job.ImportStatusResponse;
import org.depositary.vocabulary.sources.SourceCoverage;
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
            summary = "Import memberships from a file: CSV with a header line, or one JSON object per line; UTF-8",
            description = """
                The service stores the rows before it responds, and decides them afterwards, one organisation at a time. \
                Invalid rows are skipped and reported with their line. Facts of the set that such a row may concern stay \
                unchanged. An import is held, and records nothing, if it retracts or moves more than a tenth of the facts \
                of its set and more than ten. With application/octet-stream or text/plain, a body that starts with { is \
                parsed as JSON, any other body as CSV. CSV fields are separated by commas, semicolons or tabs.\
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
            @Parameter(
                            description = "The data set of this file. The import is compared with the last import of "
                                    + "this set. Default: a set named by the SHA-256 of the file.")
                    @RestQuery
                    Optional<String> set,
            @Parameter(description = "Only report: record nothing", schema = @Schema(type = SchemaType.BOOLEAN))
                    @RestQuery("dry-run")
                    Optional<String> dryRun,
            @Parameter(
                            description = "Do not hold the import, however much it retracts or moves",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @RestQuery("allow-retractions")
                    Optional<String> allowRetractions,
            @Parameter(
                            description =
                                    "The time for which the set speaks, as an EDTF interval. Open memberships are "
                                            + "only possible after it. Of state-years: the first to the last year of the file, "
                                            + "unless given",
                            schema = @Schema(type = SchemaType.STRING, examples = "1816/2014"))
                    @RestQuery
                    Optional<String> covers)
            throws IOException {
        var asked = new ImportCommandHandler.Asked(
                format(format),
                Optional.ofNullable(headers.getMediaType()).flatMap(ImportFileFormat::of),
                set(set),
                flag("dry-run", dryRun),
                flag("allow-retractions", allowRetractions));
        var coverage = coverage(covers);
        try (var spool = SpooledBody.from(body, "An import", maxBytes)) {
            return commands.accept(spool, asked, coverage);
        }
    }

    private static ImportRowKind format(Optional<String> given) {
        return given.map(text ->
                        ImportRowKind.of(text).orElseThrow(() -> badQuery("format must be changes or state-years")))
                .orElse(ImportRowKind.CHANGES);
    }

    private static Optional<String> set(Optional<String> given) {
        given.filter(text -> !SET.matcher(text).matches()).ifPresent(text -> {
            throw badQuery("set must have 1 to 100 characters: letters, digits and . _ : -");
        });
        return given;
    }

    private static Optional<String> coverage(Optional<String> given) {
        given.flatMap(text -> SourceCoverage.violation("covers", text)).ifPresent(violation -> {
            throw badQuery("covers: " + violation.detail());
        });
        return given;
    }

    private static boolean flag(String name, Optional<String> given) {
        return given.map(text -> switch (text) {
                    case "true", "" -> true;
                    case "false" -> false;
                    default -> throw badQuery(name + " must be true or false");
                })
                .orElse(false);
    }

    private static Problem badQuery(String detail) {
        return Problem.of(ProblemType.BAD_QUERY, detail);
    }

    @POST
    @Path("{id}/release")
    @Operation(summary = "Release a held import", description = """
        The import is decided again on the current facts and recorded, whatever it retracts. Returns 409 if it is not \
        held, or if a later import of the set has started.\
        """)
    @APIResponse(
            responseCode = "202",
            description = "The import continues",
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
    @Operation(summary = "Undo an import", description = """
        Retracts the new facts of the import, restores the facts that it corrected, and records again the facts that \
        it retracted. Facts that changed later stay. Registered organisations stay. A held import is discarded.\
        """)
    @APIResponse(
            responseCode = "202",
            description = "The import will be undone",
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
