package org.depositary.imports.http;

import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.imports.job.ImportFilter;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of a list of imports. */
public record ImportListParameters(
        @Parameter(
                description = "Only imports with this status",
                schema = @Schema(enumeration = {"running", "held", "completed", "failed", "undone"}))
        @RestQuery
        Optional<String> status,

        @Parameter(description = "Only imports of this data set") @RestQuery
        Optional<String> set,

        @Parameter(
                description = "The maximum number of items",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "50"))
        @RestQuery
        Optional<String> limit,

        @Parameter(description = "The `next` of the previous page. Later imports are only on the first page.")
        @RestQuery
        Optional<String> after) {

    /** @throws Problem 400 if a parameter is invalid */
    ImportListRequest parse() {
        status.filter(name -> !ImportFilter.STATUSES.contains(name)).ifPresent(name -> {
            throw ImportRequest.badQuery(
                    "status", "'%s' is not one of %s".formatted(name, String.join(", ", ImportFilter.STATUSES)));
        });
        ImportRequest.checkSet(set);
        return new ImportListRequest(
                new ImportFilter(status, set), PageLimit.parse(limit), after.map(ImportListParameters::position));
    }

    private static UUID position(String token) {
        try {
            return UUID.fromString(token);
        } catch (IllegalArgumentException invalid) {
            throw ImportRequest.badQuery("after", "Use the `next` of the previous page");
        }
    }
}
