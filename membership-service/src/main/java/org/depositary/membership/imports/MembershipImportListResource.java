package org.depositary.membership.imports;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.depositary.imports.http.ImportListPage;
import org.depositary.imports.http.ImportListParameters;
import org.depositary.imports.http.ImportLists;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists the imports of memberships. */
@Path("/api/imports")
@Tag(name = "imports")
public class MembershipImportListResource {

    private final ImportLists imports;

    MembershipImportListResource(ImportLists imports) {
        this.imports = imports;
    }

    @GET
    @Path("memberships")
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The imports of memberships, the newest first",
            description = "Each item is the import as at its own address. `status=held` finds the imports that wait for"
                    + " a release. Imports that change their status meanwhile can be missing in later pages.")
    @APIResponse(
            responseCode = "200",
            description = "The imports that the filters select",
            headers =
                    @Header(
                            name = "Link",
                            description = "The next page of the list: rel=next",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ImportListPage.class)))
    public Response membershipImports(@BeanParam ImportListParameters parameters) {
        return imports.list("/api/imports/memberships", parameters);
    }
}
