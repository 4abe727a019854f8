package org.depositary.gateway.feeds;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import org.depositary.gateway.feeds.formats.FeedFormat;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves the changes as feeds. */
@Path("/api/changes")
@Tag(name = "Changes")
@RejectUnknownParameters
@RunOnVirtualThread
@APIResponse(responseCode = "304", description = "Nothing changed since the entity tag")
@APIResponse(
        responseCode = "410",
        description = "The archive page is of another epoch. Start again with the address without `archive`.")
public class FeedsResource {

    private static final String ARCHIVES =
            "Without `archive`, the newest entries. `prev-archive` leads to the page before; such pages never change.";

    private final FeedResponses responses;

    FeedsResource(FeedResponses responses) {
        this.responses = responses;
    }

    @GET
    @Path("feed.atom")
    @Produces(FeedFormat.ATOM_TYPE)
    @Operation(
            summary = "Facts as an Atom feed, the newest change first",
            description = ARCHIVES + " A retraction is a tombstone (RFC 6721), and an entry of its own.")
    @APIResponse(
            responseCode = "200",
            description = "A document of the feed (RFC 4287, RFC 5005)",
            content = @Content(mediaType = FeedFormat.ATOM_TYPE, schema = @Schema(implementation = String.class)))
    public RestResponse<byte[]> atom(@BeanParam FeedParameters parameters) throws SQLException {
        return responses.of(FeedFormat.ATOM, parameters);
    }

    @GET
    @Path("feed.rss")
    @Produces(FeedFormat.RSS_TYPE)
    @Operation(summary = "Facts as an RSS 2.0 feed, the newest change first", description = ARCHIVES)
    @APIResponse(
            responseCode = "200",
            description = "A document of the feed (RSS 2.0, RFC 5005)",
            content = @Content(mediaType = FeedFormat.RSS_TYPE, schema = @Schema(implementation = String.class)))
    public RestResponse<byte[]> rss(@BeanParam FeedParameters parameters) throws SQLException {
        return responses.of(FeedFormat.RSS, parameters);
    }

    @GET
    @Path("feed.json")
    @Produces(FeedFormat.JSON_TYPE)
    @Operation(
            summary = "Facts as a JSON Feed, the newest change first",
            description =
                    ARCHIVES + " Here that link is `next_url`. `_depositary` of an item has the change for programs.")
    @APIResponse(
            responseCode = "200",
            description = "A document of the feed (JSON Feed 1.1)",
            content = @Content(mediaType = FeedFormat.JSON_TYPE, schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<byte[]> json(@BeanParam FeedParameters parameters) throws SQLException {
        return responses.of(FeedFormat.JSON, parameters);
    }
}
