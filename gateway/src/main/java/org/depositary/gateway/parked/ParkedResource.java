package org.depositary.gateway.parked;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.gateway.feeder.ParkedRecordReplay;
import org.depositary.gateway.parked.ReplayResult.Replayed;
import org.depositary.gateway.projection.ParkedStreamReplay;
import org.depositary.gateway.web.ListLinks;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.parameters.PagingParameters;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Lists, replays and dismisses parked records and streams. For administrators. */
@Path("/api/parked")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@Tag(name = "Operations")
@RejectUnknownParameters
@RunOnVirtualThread
public class ParkedResource {

    private static final Logger LOG = Logger.getLogger(ParkedResource.class);
    private static final int MAX_ITEMS_IN_RESULT = 1_000;

    private final ParkedItemReader list;
    private final ParkedRecordReplay records;
    private final ParkedStreamReplay streams;
    private final SecurityIdentity caller;

    /** @param reason why the item is dismissed, as text for people */
    public record Dismissal(@Schema(required = true) String reason) {}

    ParkedResource(
            ParkedItemReader list, ParkedRecordReplay records, ParkedStreamReplay streams, SecurityIdentity caller) {
        this.list = list;
        this.records = records;
        this.streams = streams;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Parked records and streams with the reasons, the oldest first")
    public RestResponse<ParkedPage> parked(
            @BeanParam ParkedItemFilter selection, @BeanParam PagingParameters paging, @Context UriInfo uri)
            throws SQLException {
        var page = list.page(
                selection.checked(),
                paging.after().map(ParkedPageToken::parse).orElse(ParkedPageToken.FIRST_PAGE),
                paging.size());
        var response = ResponseBuilder.ok(page);
        page.next().ifPresent(next -> response.header("Link", new ListLinks(uri).link(next)));
        return response.build();
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "One parked item with its content",
            description = "The content is the record as it came from Kafka, or the event in the change log.")
    public ParkedContent one(@RestPath String id) throws SQLException {
        return list.find(id).orElseThrow(() -> notParked(id));
    }

    @POST
    @Path("replay")
    @Operation(
            summary = "Retry parked items: all, or those that the parameters select",
            description = "Returns the released items and those still parked, with the reasons. Safe to repeat.")
    public ReplayResult replay(@BeanParam ParkedItemFilter selection) throws SQLException {
        selection.checked();
        var replayed = new ArrayList<Replayed>();
        if (selection.includesRecords()) {
            records.replay(selection.stream(), selection.reason())
                    .forEach(each -> replayed.add(new Replayed(each.id(), each.stream())));
        }
        if (selection.includesStreams()) {
            streams.replay(selection.stream())
                    .forEach(each -> replayed.add(new Replayed(each.projector() + "." + each.seq(), each.stream())));
        }
        return result(selection, replayed);
    }

    @POST
    @Path("{id}/dismissal")
    @Operation(
            summary = "Dismiss a parked record permanently. Later records of its stream continue.",
            description = "The record is stored in the table dismissed, with the user and the reason."
                    + " Returns 409 for an event that is already in the change log.")
    @APIResponse(responseCode = "200", description = "What was dismissed")
    @APIResponse(responseCode = "409", description = "The event is already in the change log")
    public ReplayResult dismiss(@RestPath String id, Dismissal dismissal) throws SQLException {
        if (dismissal == null
                || dismissal.reason() == null
                || dismissal.reason().isBlank()) {
            throw Problem.invalid("reason", "is required");
        }
        var parked = list.find(id).orElseThrow(() -> notParked(id)).parked();
        if (parked.reason().equals(ParkedItemFilter.UNREADABLE)) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "%s is in the change log and cannot be dismissed. Replay it with newer code that can read it"
                            .formatted(id));
        }
        var released = records.dismiss(id, actor(), dismissal.reason()).orElseThrow(() -> notParked(id));
        LOG.warnf("%s dismissed %s (%s): %s", actor(), id, parked.reason(), dismissal.reason());
        List<Replayed> replayed = released.stream()
                .map(each -> new Replayed(each.id(), each.stream()))
                .toList();
        return result(new ParkedItemFilter(parked.stream(), Optional.empty()), replayed);
    }

    private ReplayResult result(ParkedItemFilter selection, List<Replayed> replayed) throws SQLException {
        return new ReplayResult(
                replayed,
                list.count(selection),
                list.page(selection, ParkedPageToken.FIRST_PAGE, MAX_ITEMS_IN_RESULT)
                        .items());
    }

    private String actor() {
        return caller.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : caller.getPrincipal().getName();
    }

    private static Problem notParked(String id) {
        return Problem.notFound("No parked item has the id %s".formatted(id));
    }
}
