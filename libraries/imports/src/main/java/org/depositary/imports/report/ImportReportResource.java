package org.depositary.imports.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.depositary.imports.http.ImportReads;
import org.depositary.imports.http.ReportRequest;
import org.depositary.imports.job.ImportIdParser;
import org.depositary.imports.job.ImportQueue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Serves the report of an import. */
@Path("/api/imports")
@Tag(name = "imports")
public class ImportReportResource {

    private final ImportReads reads;
    private final ImportReportItems items;

    ImportReportResource(ImportReads reads, ImportReportItems items) {
        this.reads = reads;
        this.items = items;
    }

    @GET
    @Path("{id}/report")
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The outcome of each change and each skipped row")
    @APIResponse(
            responseCode = "200",
            description = "In the order of the file. Facts that are no longer in the file come last.",
            content = @Content(schema = @Schema(implementation = ImportReportPage.class)))
    @APIResponse(responseCode = "410", description = "The report was deleted after its retention")
    public Response report(
            @RestPath("id") String givenId,
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "accepted",
                                                "known",
                                                "corrected",
                                                "retracted",
                                                "kept",
                                                "rejected"
                                            }))
                    @RestQuery
                    Optional<String> outcome,
            @Parameter(schema = @Schema(implementation = Integer.class)) @RestQuery Optional<String> limit,
            @RestQuery Optional<String> after) {
        reads.checkMayRead();
        var id = reads.status(ImportIdParser.parse(givenId)).id();
        var request = ReportRequest.parse(outcome, limit, after);
        var page = reads.read(sql -> {
            new ImportQueue(sql).requireReport(id);
            return ImportReportPage.of(
                    new StoredOutcomes(sql).after(id, request, request.limit() + 1, items), request.limit());
        });
        var response = Response.ok(page);
        page.next().ifPresent(next -> response.header("Link", request.linkTo(id, next)));
        return response.build();
    }
}
