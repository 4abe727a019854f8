package org.depositary.gateway.feeds;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.depositary.eventsourcing.http.EntityTags;
import org.depositary.gateway.feeds.formats.AtomWriter;
import org.depositary.gateway.feeds.formats.FeedDates;
import org.depositary.gateway.feeds.formats.FeedFormat;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.tags.ContentHash;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Serves the feed of changes of the interface itself. */
@Path("/api/notices.atom")
@Tag(name = "Changes")
@RejectUnknownParameters
public class NoticesResource {

    private final InterfaceNotices notices;

    NoticesResource(InterfaceNotices notices) {
        this.notices = notices;
    }

    @GET
    @Produces(FeedFormat.ATOM_TYPE)
    @Operation(
            summary = "Changes of the interface as an Atom feed",
            description = "New parts of the interface, and deprecated operations of the OpenAPI document.")
    @APIResponse(
            responseCode = "200",
            description = "All notices (RFC 4287)",
            content = @Content(mediaType = FeedFormat.ATOM_TYPE, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "Nothing changed since the entity tag")
    public RestResponse<byte[]> notices(
            @Parameter(description = "A secret of /api/feed-keys, where reads need a token") @RestQuery
                    Optional<String> key,
            @RestHeader("If-None-Match") Optional<String> ifNoneMatch) {
        var feed = notices.document();
        var content = AtomWriter.write(feed);
        var tag = "W/\"%s\"".formatted(ContentHash.of(content));
        var response = EntityTags.isKnown(ifNoneMatch, tag)
                ? ResponseBuilder.<byte[]>notModified()
                : ResponseBuilder.ok(content);
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.LAST_MODIFIED, FeedDates.http(feed.updated()))
                .build();
    }
}
