package org.depositary.imports.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.depositary.imports.job.ImportIdParser;
import org.depositary.imports.job.ImportStatusResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Releases and undoes imports. */
@Path("/api/imports")
@RolesAllowed("admin")
@RunOnVirtualThread
@Tag(name = "imports")
public class ImportResource {

    private final ImportCommandHandler commands;

    ImportResource(ImportCommandHandler commands) {
        this.commands = commands;
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
    @APIResponse(responseCode = "409", description = "The import is not held, or a later import of its set has started")
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
    @APIResponse(responseCode = "409", description = "The import is still running, or was a dry run")
    @APIResponse(responseCode = "410", description = "The report of the import was deleted after its retention")
    public Response undo(@RestPath String id) {
        return commands.undo(ImportIdParser.parse(id));
    }
}
