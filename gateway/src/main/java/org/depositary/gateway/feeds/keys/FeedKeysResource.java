package org.depositary.gateway.feeds.keys;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.edge.PublicUrl;
import org.depositary.gateway.feeds.keys.FeedKeyTable.NumberedFeedKey;
import org.depositary.gateway.web.NumberedPage;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.parameters.PagingParameters;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Makes, lists and deletes the keys of secret URLs. A caller has its own; an administrator has all. */
@Path("/api/feed-keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("reader")
@Tag(name = "Changes")
@RejectUnknownParameters
@RunOnVirtualThread
public class FeedKeysResource {

    private static final String ADMIN = "admin";

    private final FeedKeyTable keys;
    private final PublicUrl url;
    private final SecurityIdentity caller;

    FeedKeysResource(FeedKeyTable keys, PublicUrl url, SecurityIdentity caller) {
        this.keys = keys;
        this.url = url;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make a key for feed readers, which send no token",
            description =
                    "The response has the secret, and no later one does. Send it as parameter `key` of a feed. It opens "
                            + "feeds and nothing else, until it is deleted.")
    @APIResponse(
            responseCode = "201",
            description = "The key with its secret",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreatedFeedKey.class)),
            headers =
                    @Header(
                            name = "Location",
                            description = "The address of the key",
                            schema = @Schema(implementation = String.class)))
    public RestResponse<CreatedFeedKey> add(NewFeedKey key) throws SQLException {
        if (key == null) {
            throw Problem.invalid("", "a body is required");
        }
        var secret = FeedSecret.random();
        var added = keys.add(subject(), key.checkedTitle(), secret);
        var feed = url.link("/api/changes/feed.atom?key=" + secret.text());
        return ResponseBuilder.create(Status.CREATED, new CreatedFeedKey(added, secret.text(), feed))
                .header("Location", added.url())
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Operation(summary = "Your keys without their secrets, the newest first; for administrators the keys of all")
    public RestResponse<FeedKeys> all(@BeanParam PagingParameters paging, @Context UriInfo uri) throws SQLException {
        var page =
                NumberedPage.read(paging, NumberedFeedKey::number, (before, most) -> keys.page(owner(), before, most));
        var items = page.items().stream().map(NumberedFeedKey::key).toList();
        return page.response(new FeedKeys(items, page.next()), uri);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One key, without its secret")
    public FeedKey one(@RestPath String id) throws SQLException {
        return keys.find(owner(), uuid(id)).orElseThrow(() -> unknown(id));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Delete a key",
            description = "Its addresses are refused at once. An administrator can delete the keys of others.")
    @APIResponse(responseCode = "204", description = "The key is deleted")
    public void delete(@RestPath String id) throws SQLException {
        if (!keys.delete(owner(), uuid(id))) {
            throw unknown(id);
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw unknown(text);
        }
    }

    private static Problem unknown(String id) {
        return Problem.notFound("You have no key with the id '%s'".formatted(id));
    }

    /** Whose keys the caller may see and delete. Empty for all. */
    private Optional<String> owner() {
        return caller.hasRole(ADMIN) ? Optional.empty() : Optional.of(subject());
    }

    private String subject() {
        return caller.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : caller.getPrincipal().getName();
    }
}
