package org.depositary.imports.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.SortedMap;
import org.depositary.eventsourcing.Problem;
import org.depositary.imports.file.ImportFileFormat;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that the imports of all kinds have. */
public record ImportParameters(
        @Parameter(
                description = "The data set of this file. The import is compared with the last import of this set. "
                        + "Default: a set named by the SHA-256 of the file.")
        @RestQuery
        Optional<String> set,

        @Parameter(description = "Only report: record nothing", schema = @Schema(type = SchemaType.BOOLEAN))
        @RestQuery("dry-run")
        Optional<String> dryRun,

        @Parameter(
                description = "Do not hold the import, however much it retracts or moves",
                schema = @Schema(type = SchemaType.BOOLEAN))
        @RestQuery("allow-retractions")
        Optional<String> allowRetractions) {

    /**
     * Returns the request with these parameters.
     *
     * @param headers those of the request; Content-Type is that of the file
     * @param covers the time for which the file speaks, already validated
     * @param options the parameters of this kind of import, already validated
     * @throws Problem 400 if a parameter is invalid
     */
    public ImportRequest toRequest(
            HttpHeaders headers, String format, Optional<String> covers, SortedMap<String, String> options) {
        var mediaType = Optional.ofNullable(headers.getMediaType());
        return new ImportRequest(
                format,
                mediaType.flatMap(ImportFileFormat::of),
                mediaType.flatMap(CharsetParameter::of),
                set,
                ImportRequest.flag("dry-run", dryRun),
                ImportRequest.flag("allow-retractions", allowRetractions),
                covers,
                options);
    }
}
