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
