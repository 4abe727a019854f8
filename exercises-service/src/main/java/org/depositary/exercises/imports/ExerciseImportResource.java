package org.depositary.exercises.imports;

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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.depositary.exercises.imports.staging.ExerciseFileOptions;
import org.depositary.imports.http.ImportCommandHandler;
import org.depositary.imports.http.ImportParameters;
import org.depositary.imports.http.ImportRequest;
import org.depositary.imports.job.ImportStatusResponse;
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

/** Accepts files of exercises. */
@Path("/api/imports")
@RolesAllowed("admin")
@RunOnVirtualThread
@Tag(name = "imports")
public class ExerciseImportResource {

    private static final String FORMAT = "exercises";

    private final ImportCommandHandler commands;

    ExerciseImportResource(ImportCommandHandler commands) {
        this.commands = commands;
    }

    @POST
    @Path("exercises")
    @Consumes({
        "text/csv",
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
        "application/octet-stream",
        "text/plain"
    })
    @Operation(
            summary = "Import exercises from a file: CSV with a header line, or one JSON object per line",
            description = """
                The service stores the rows before it responds, and records them afterwards, a batch of exercises at a time. \
                Invalid rows are skipped and reported with their line and column. Exercises of the set that such a row may \
                concern stay unchanged. An import is held, and records nothing, if it retracts or moves more than a tenth \
                of the exercises of its set and more than ten. Columns: id, name, kind, status, start, end, organization, \
                participants (CN;RU;KZ) or one column party:CN with 0 or 1 for each party, place, country, lat, lon, \
                strength_min, strength_max, series, and source or the other columns of a source.\
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
    public Response importExercises(
            InputStream body,
            @Context HttpHeaders headers,
            @BeanParam ImportParameters parameters,
            @Parameter(
                            description = "The java.time pattern of dates that are not EDTF",
                            schema = @Schema(type = SchemaType.STRING, examples = "M/d/yy"))
                    @RestQuery(ExerciseFileOptions.DATE_FORMAT)
                    Optional<String> dateFormat,
            @Parameter(
                            description =
                                    "The last year that two digits can mean in date-format. Default: this year, until today.",
                            schema = @Schema(type = SchemaType.INTEGER, examples = "2029"))
                    @RestQuery
                    Optional<String> pivot,
            @Parameter(
                            description = "Values that mean \"missing\", separated by commas",
                            schema = @Schema(type = SchemaType.STRING, examples = "-9,NA"))
                    @RestQuery
                    Optional<String> missing,
            @Parameter(
                            description = "Parties for the names in the file, separated by commas. The id of an "
                                    + "organisation means its members on the start day.",
                            schema = @Schema(type = SchemaType.STRING, examples = "NATO=nato,Baltic States=EE;LV;LT"))
                    @RestQuery
                    Optional<String> aliases,
            @Parameter(
                            description = "If a participant is not a party: reject the row (default), or drop the "
                                    + "participant",
                            schema = @Schema(enumeration = {"reject", "drop"}))
                    @RestQuery(ExerciseFileOptions.UNKNOWN_PARTIES)
                    Optional<String> unknownParties)
            throws IOException {
        var options = new TreeMap<String, String>();
        dateFormat.ifPresent(value -> options.put(ExerciseFileOptions.DATE_FORMAT, value));
        pivot.ifPresent(value -> options.put(ExerciseFileOptions.PIVOT, value));
        missing.ifPresent(value -> options.put(ExerciseFileOptions.MISSING, value));
        aliases.ifPresent(value -> options.put(ExerciseFileOptions.ALIASES, value));
        unknownParties.ifPresent(value -> options.put(ExerciseFileOptions.UNKNOWN_PARTIES, value));
        checkOptions(options);
        var request = parameters.toRequest(headers, FORMAT, Optional.empty(), options);
        return commands.accept(
                body, Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_ENCODING)), request);
    }

    private static void checkOptions(SortedMap<String, String> options) {
        try {
            ExerciseFileOptions.parse(options);
        } catch (ExerciseFileOptions.InvalidOption invalid) {
            throw ImportRequest.badQuery(invalid.getMessage());
        }
    }
}
