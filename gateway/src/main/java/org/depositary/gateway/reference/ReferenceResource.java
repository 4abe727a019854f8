package org.depositary.gateway.reference;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Serves the documentation of the API for people. */
@Path("/docs")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Documentation")
@RunOnVirtualThread
public class ReferenceResource {

    private final ReferencePages pages;

    ReferenceResource(ReferencePages pages) {
        this.pages = pages;
    }

    @GET
    @Operation(
            summary = "The reference of the API as a page",
            description = "Every operation with its parameters, bodies and examples. It shows the same as `/openapi`.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    public Response reference(@Context Request request) {
        return page(pages.reference(), request);
    }

    @GET
    @Path("quick-start")
    @Operation(
            summary = "The quick start as a page",
            description = "From an empty directory to lists, changes, streams and a first write.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    public Response quickStart(@Context Request request) {
        return page(pages.quickStart(), request);
    }

    @GET
    @Path("versions")
    @Operation(
            operationId = "getVersions",
            summary = "The rules of versions as a page",
            description = "What may change without notice, what never changes, and how a breaking change is made.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    public Response versions(@Context Request request) {
        return page(pages.versions(), request);
    }

    private static Response page(String html, Request request) {
        var tag = new EntityTag(Integer.toHexString(html.hashCode()), true);
        var unchanged = request.evaluatePreconditions(tag);
        var response = unchanged == null ? Response.ok(html) : unchanged;
        var caching = new CacheControl();
        caching.setNoCache(true);
        return response.tag(tag).cacheControl(caching).build();
    }
}
