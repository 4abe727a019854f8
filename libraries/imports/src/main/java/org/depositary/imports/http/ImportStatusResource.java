package org.depositary.imports.http;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.depositary.imports.job.ImportIdParser;
import org.depositary.imports.job.ImportStatusResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Serves the status and the progress of an import. */
@Path("/api/imports")
@Tag(name = "imports")
public class ImportStatusResource {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    private final ImportStatusCache cache = new ImportStatusCache(POLL_INTERVAL);
    private final ImportReads reads;

    ImportStatusResource(ImportReads reads) {
        this.reads = reads;
    }

    @GET
    @Path("{id}")
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Status and progress of an import. As text/event-stream, every change is sent until the import"
                    + " ends.",
            description = "A held import has recorded nothing: `held` says why, `problem` what to do.")
    @APIResponse(responseCode = "200", description = "The status and the counts")
    public ImportStatusResponse status(@RestPath String id) {
        reads.checkMayRead();
        return reads.status(ImportIdParser.parse(id));
    }

    @GET
    @Path("{id}")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<ImportStatusResponse> progress(@RestPath String id) {
        reads.checkMayRead();
        var first = cache.get(ImportIdParser.parse(id), reads::status);
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> cache.get(first.id(), reads::status))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(POLL_INTERVAL)
                .whilst(status -> !status.isFinished());
    }
}
