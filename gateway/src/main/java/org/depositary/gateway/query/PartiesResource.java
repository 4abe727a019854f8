package org.depositary.gateway.query;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Optional;
import org.depositary.vocabulary.Parties;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Parties, and what they are or were in organisations. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations and memberships")
@KnownParameters
@RunOnVirtualThread
public class PartiesResource {

    private final Reads reads;

    PartiesResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    @Path("memberships")
    @Operation(summary = "Who was what in which organisation on a day")
    public RestResponse<Page<Member>> memberships(
            @BeanParam Reading reading,
            @BeanParam Paging paging,
            @RestQuery Optional<String> party,
            @Parameter(description = "Ids, with commas") @RestQuery Optional<String> organization,
            @Parameter(description = "Statuses and candidacies, with commas") @RestQuery Optional<String> status)
            throws SQLException {
        var filter = new MembershipFilter(
                Values.several(organization), Codes.party(party, reading), Values.statuses(status));
        return reads.list(reading, paging, (snapshot, wanted) -> new Memberships(snapshot).on(filter, wanted));
    }

    @GET
    @Path("parties")
    @Operation(summary = "Parties: states, former states and organisations")
    public RestResponse<Page<PartyItem>> parties(
            @BeanParam Reading reading,
            @BeanParam Paging paging,
            @Parameter(description = "A code or a part of a name, in any language") @RestQuery Optional<String> q)
            throws SQLException {
        return reads.list(reading, paging, (snapshot, wanted) -> new PartyReads(snapshot).matching(q, wanted));
    }

    @GET
    @Path("parties/{code}")
    @Operation(summary = "One party, by any of its codes")
    public RestResponse<PartyItem> party(@RestPath String code, @BeanParam Reading reading) throws SQLException {
        var party = Codes.party(code, reading);
        return reads.one(reading, snapshot -> new PartyReads(snapshot).one(party));
    }

    @GET
    @Path("parties/{code}/memberships")
    @Operation(summary = "What it was in which organisation on a day")
    public RestResponse<Page<Member>> membershipsOf(
            @RestPath String code,
            @BeanParam Reading reading,
            @BeanParam Paging paging,
            @RestQuery Optional<String> organization,
            @RestQuery Optional<String> status)
            throws SQLException {
        var party = Codes.party(code, reading);
        var filter =
                new MembershipFilter(Values.several(organization), Optional.of(party.code()), Values.statuses(status));
        return reads.list(reading, paging, (snapshot, wanted) -> {
            var found = new Memberships(snapshot).on(filter, wanted);
            if (found.items().isEmpty()) {
                new PartyReads(snapshot).one(party);
            }
            return found;
        });
    }

    @GET
    @Path("parties/{code}/timeline")
    @Operation(summary = "What it was in which organisation, from beginning to end; with `on`, what held that day")
    public RestResponse<Page<TimelineItem>> timelineOf(
            @RestPath String code,
            @BeanParam Reading reading,
            @BeanParam Paging paging,
            @RestQuery Optional<String> organization,
            @RestQuery Optional<String> status)
            throws SQLException {
        var party = Codes.party(code, reading);
        var filter =
                new MembershipFilter(Values.several(organization), Optional.of(party.code()), Values.statuses(status));
        return reads.list(reading, paging, (snapshot, wanted) -> {
            var found = new Timelines(snapshot).of(filter, reading.on().isPresent(), wanted);
            if (found.items().isEmpty()) {
                new PartyReads(snapshot).one(party);
            }
            return found;
        });
    }

    @GET
    @Path("parties/{code}/figures")
    @Operation(summary = "Numbers about it, in time; with `on`, those of that day")
    public RestResponse<Page<DatedFact>> figuresOf(
            @RestPath String code,
            @BeanParam Reading reading,
            @BeanParam Paging paging,
            @RestQuery Optional<String> measure)
            throws SQLException {
        var party = Codes.party(code, reading);
        var owner = Parties.isState(party) ? "i.party = :owner" : "i.organization = :owner";
        var filter = new Conditions()
                .and(owner)
                .value("owner", party.code())
                .and("i.statement ->> 'measure' = :measure", "measure", measure);
        return reads.list(reading, paging, (snapshot, wanted) -> {
            var found =
                    new Institutions(snapshot).of("figure", filter, reading.on().isPresent(), wanted);
            if (found.items().isEmpty()) {
                new PartyReads(snapshot).one(party);
            }
            return found;
        });
    }
}
