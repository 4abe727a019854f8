package org.depositary.gateway.exports.kept;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.exports.kept.KeptExportReads.Numbered;
import org.depositary.gateway.web.JsonResponses;
import org.depositary.gateway.web.ListLinks;
import org.depositary.gateway.web.NumberedPage;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.parameters.PagingParameters;
import org.depositary.gateway.web.representation.Representation;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Serves the manifest of kept exports, and takes requests for new ones. */
@Path("/api/exports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exports")
@RejectUnknownParameters
@RunOnVirtualThread
public class KeptExportsResource {

    private final KeptExportDesk desk;
    private final KeptExportReads reads;
    private final ExportCatalog catalog;
    private final JsonResponses replies;
    private final SecurityIdentity caller;

    KeptExportsResource(
            KeptExportDesk desk,
            KeptExportReads reads,
            ExportCatalog catalog,
            JsonResponses replies,
            SecurityIdentity caller) {
        this.desk = desk;
        this.reads = reads;
        this.catalog = catalog;
        this.replies = replies;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "The manifest: all kept exports with their hashes and addresses, the newest first",
            description = "A kept export never changes, so a paper can cite its address. As JSON-LD, the manifest is a"
                    + " DCAT catalogue: a data set for each kind, with its files and the kept exports of the page.")
    public RestResponse<KeptExportsPage> manifest(
            @BeanParam PagingParameters paging,
            @Parameter(
                            description = "`jsonld` is a DCAT catalogue. Default: what `Accept` prefers.",
                            schema = @Schema(enumeration = {"json", "jsonld"}))
                    @RestQuery(Representation.PARAMETER)
                    Optional<String> format,
            @RestHeader("If-None-Match") Optional<String> ifNoneMatch,
            @Context UriInfo uri)
            throws SQLException {
        var found = NumberedPage.read(paging, Numbered::number, reads::rows);
        var page =
                new KeptExportsPage(found.items().stream().map(Numbered::export).toList(), found.next());
        var links = page.next()
                .map(next -> Map.of("Link", new ListLinks(uri).link(next)))
                .orElse(Map.of());
        return replies.of(page, () -> catalog.of(page), links, ifNoneMatch);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("curator")
    @Operation(
            summary = "Make an export and keep it for ever",
            description = "It is made in the background: read its Location until its status is `kept`.")
    @APIResponse(
            responseCode = "202",
            description = "The export will be made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = KeptExport.class)),
            headers =
                    @Header(
                            name = "Location",
                            description = "The address of the kept export",
                            schema = @Schema(implementation = String.class)))
    public RestResponse<KeptExport> keep(
            NewKeptExport export, @RestHeader("Idempotency-Key") Optional<String> idempotencyKey) throws SQLException {
        var stored = desk.request(export, actor(), idempotencyKey);
        var response = ResponseBuilder.create(Status.ACCEPTED, found(stored.id()))
                .header("Location", KeptExport.url(stored.id()));
        if (!stored.isNew()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.build();
    }

    @GET
    @Path("kept/{id}")
    @Operation(summary = "One kept export: what it contains, its hash, and the addresses of its files")
    public KeptExport one(@RestPath String id) throws SQLException {
        return found(uuid(id));
    }

    private KeptExport found(UUID id) throws SQLException {
        return reads.find(id).orElseThrow(() -> unknown(id.toString()));
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw unknown(text);
        }
    }

    static Problem unknown(String id) {
        return Problem.notFound("No kept export has the id '%s'".formatted(id));
    }

    private String actor() {
        return caller.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : caller.getPrincipal().getName();
    }
}
