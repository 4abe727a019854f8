package org.depositary.gateway.live;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.live.ChangesPager.Page;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.read.fields.ItemWriter;
import org.depositary.gateway.web.CompleteListResponses;
import org.depositary.gateway.web.CompleteListResponses.ListRequest;
import org.depositary.gateway.web.JsonResponses;
import org.depositary.gateway.web.ListLinks;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.parameters.PagingParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves {@code GET /api/changes}: the change log in pages. */
@Path("/api/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes")
@RejectUnknownParameters
public class ChangesResource {

    private static final int PAGE = 1000;

    private final GatewayDatabase database;
    private final ChangesPager pages;
    private final JsonResponses replies;
    private final CompleteListResponses completeLists;

    ChangesResource(
            GatewayDatabase database, ChangesPager pages, JsonResponses replies, CompleteListResponses completeLists) {
        this.database = database;
        this.pages = pages;
        this.replies = replies;
        this.completeLists = completeLists;
    }

    @GET
    @Operation(
            summary = "Changes in the order of recording, in pages",
            description =
                    "Without `since`, the first page starts with the first change. An unknown cursor returns 410. "
                            + "A change says what it changes, before and after, in `data.factChange`.")
    @APIResponse(responseCode = "200", description = "A page of changes")
    @APIResponse(
            responseCode = "410",
            description = "The cursor is unknown or of another epoch. Read a snapshot again.")
    public RestResponse<ChangesPage> changes(
            @Parameter(description = "A cursor, or an instant (RFC 3339): only changes recorded then or later")
                    @RestQuery
                    Optional<String> since,
            @Parameter(description = "Organisations, by id") @RestQuery List<String> organization,
            @Parameter(description = "Parties, by code or name") @RestQuery List<String> party,
            @Parameter(description = "CloudEvents types, or event names") @RestQuery List<String> type,
            @Parameter(description = "membership, document, exercise") @RestQuery List<String> kind,
            @Parameter(description = "Who recorded the changes: `subject` of `/api/session`") @RestQuery
                    List<String> actor,
            @BeanParam PagingParameters paging,
            @Parameter(description = "A Depositary-Version that the response must include; repeatable")
                    @RestHeader("Depositary-After")
                    List<String> versions,
            @Parameter(description = "wait=<seconds>: the time limit for Depositary-After") @RestHeader("Prefer")
                    Optional<String> prefer,
            @RestHeader("If-None-Match") Optional<String> ifNoneMatch,
            @Context UriInfo uri)
            throws SQLException {
        var filter = ChangeFilterParameters.filter(organization, party, type, kind)
                .recordedBy(ChangeFilterParameters.actors(actor));
        if (completeLists.areRequested()) {
            return all(completeLists.request(paging), since.map(ResumePoint::parse), filter);
        }
        var size = paging.size();
        var token = paging.after().map(ChangesPageToken::parse);
        var from = since.map(ResumePoint::parse);
        var page = database.snapshot(connection -> token.isPresent()
                ? pages.next(connection, token.get(), filter, size)
                : pages.first(connection, from, filter, size));
        var link = page.content().next().map(next -> Map.of("Link", new ListLinks(uri).link(next)));
        return replies.of(page.content(), page.reached(), link.orElse(Map.of()), ifNoneMatch);
    }

    /** All changes up to the position that the read models have reached now. */
    private RestResponse<ChangesPage> all(ListRequest request, Optional<ResumePoint> since, ChangeFilter filter)
            throws SQLException {
        var first = database.snapshot(connection -> pages.first(connection, since, filter, request.firstSize()));
        return completeLists.response(request, first.end(), writer -> {
            writer.write(first.content().items());
            writeRest(first, request.most() - first.content().items().size(), filter, writer);
        });
    }

    private void writeRest(Page first, long most, ChangeFilter filter, ItemWriter writer) throws IOException {
        var page = first;
        long left = most;
        while (page.next().isPresent() && left > 0) {
            page = next(page.next().get(), filter, (int) Math.min(PAGE, left));
            writer.write(page.content().items());
            left -= page.content().items().size();
        }
    }

    private Page next(ChangesPageToken token, ChangeFilter filter, int size) throws IOException {
        try {
            return database.snapshot(connection -> pages.next(connection, token, filter, size));
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }
}
