package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Optional;
import org.depositary.gateway.read.findings.Finding;
import org.depositary.gateway.read.findings.FindingFilter;
import org.depositary.gateway.read.findings.FindingKind;
import org.depositary.gateway.read.findings.FindingReads;
import org.depositary.gateway.read.institutions.DatedFact;
import org.depositary.gateway.read.institutions.InstitutionFilter;
import org.depositary.gateway.read.institutions.InstitutionFilter.Owner;
import org.depositary.gateway.read.institutions.InstitutionReads;
import org.depositary.gateway.read.memberships.Member;
import org.depositary.gateway.read.memberships.MembersOnDay;
import org.depositary.gateway.read.memberships.MembershipFilter;
import org.depositary.gateway.read.memberships.TimelineItem;
import org.depositary.gateway.read.memberships.Timelines;
import org.depositary.gateway.read.parties.PartyDetail;
import org.depositary.gateway.read.parties.PartyItem;
import org.depositary.gateway.read.parties.PartyReads;
import org.depositary.gateway.web.KnownParameters;
import org.depositary.gateway.web.ListPage;
import org.depositary.gateway.web.PagingParameters;
import org.depositary.gateway.web.ParameterValues;
import org.depositary.gateway.web.PartyParameters;
import org.depositary.gateway.web.ReadParameters;
import org.depositary.gateway.web.Reads;
import org.depositary.vocabulary.parties.Parties;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
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
public class PartiesResource {

    private static final String CODE =
            "Any code or name of it. A name that several go by is 404, and the detail says which they are.";

    private final Reads reads;

    PartiesResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    @Path("memberships")
    @Operation(summary = "Who was what in which organisation on a day")
    public RestResponse<ListPage<Member>> memberships(
            @BeanParam ReadParameters reading,
            @BeanParam PagingParameters paging,
            @RestQuery Optional<String> party,
            @Parameter(description = "Ids, with commas") @RestQuery Optional<String> organization,
            @Parameter(description = "Statuses and candidacies, with commas") @RestQuery Optional<String> status)
            throws SQLException {
        var filter = new MembershipFilter(
                ParameterValues.several(organization),
                PartyParameters.party(party, reading),
                ParameterValues.statuses(status));
        return reads.list(reading, paging, (snapshot, page) -> new MembersOnDay(snapshot).on(filter, page));
    }

    @GET
    @Path("parties")
    @Operation(summary = "Parties: states, former states and organisations")
    public RestResponse<ListPage<PartyItem>> parties(
            @BeanParam ReadParameters reading,
            @BeanParam PagingParameters paging,
            @Parameter(description = "A code or a part of a name, in any language") @RestQuery Optional<String> q)
            throws SQLException {
        return reads.list(reading, paging, (snapshot, page) -> new PartyReads(snapshot).search(q, page));
    }

    @GET
    @Path("parties/{code}")
    @Operation(summary = "One party, by any of its codes or names: what it goes by, and what came before and after it")
    public RestResponse<PartyDetail> party(
            @Parameter(description = CODE) @RestPath String code, @BeanParam ReadParameters reading)
            throws SQLException {
        var party = PartyParameters.party(code, reading);
        return reads.one(reading, snapshot -> new PartyReads(snapshot).detail(party));
    }

    @GET
    @Path("parties/{code}/memberships")
    @Operation(summary = "What it was in which organisation on a day")
    public RestResponse<ListPage<Member>> membershipsOf(
            @Parameter(description = CODE) @RestPath String code,
            @BeanParam ReadParameters reading,
            @BeanParam PagingParameters paging,
            @RestQuery Optional<String> organization,
            @RestQuery Optional<String> status)
            throws SQLException {
        var party = PartyParameters.party(code, reading);
        var filter = new MembershipFilter(
                ParameterValues.several(organization), Optional.of(party.code()), ParameterValues.statuses(status));
        return reads.list(reading, paging, (snapshot, page) -> new PartyReads(snapshot)
                .ofKnown(party, new MembersOnDay(snapshot).on(filter, page)));
    }

    @GET
    @Path("parties/{code}/timeline")
    @Operation(summary = "What it was in which organisation, from beginning to end; with `on`, what held that day")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = ReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<TimelineItem>> timelineOf(
            @Parameter(description = CODE) @RestPath String code,
            @BeanParam ReadParameters reading,
            @BeanParam PagingParameters paging,
            @RestQuery Optional<String> organization,
            @RestQuery Optional<String> status)
            throws SQLException {
        var party = PartyParameters.party(code, reading);
        var filter = new MembershipFilter(
                ParameterValues.several(organization), Optional.of(party.code()), ParameterValues.statuses(status));
        return reads.list(reading, paging, (snapshot, page) -> new PartyReads(snapshot)
                .ofKnown(party, new Timelines(snapshot).of(filter, reading.on().isPresent(), page)));
    }

    @GET
    @Path("parties/{code}/figures")
    @Operation(summary = "Numbers about it, in time; with `on`, those of that day")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = ReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<DatedFact>> figuresOf(
            @Parameter(description = CODE) @RestPath String code,
            @BeanParam ReadParameters reading,
            @BeanParam PagingParameters paging,
            @RestQuery Optional<String> measure)
            throws SQLException {
        var party = PartyParameters.party(code, reading);
        var filter = InstitutionFilter.of(
                        "figure",
                        new Owner(party.code(), Parties.isState(party)),
                        reading.on().isPresent())
                .with("measure", measure);
        return reads.list(reading, paging, (snapshot, page) -> new PartyReads(snapshot)
                .ofKnown(party, new InstitutionReads(snapshot).list(filter, page)));
    }

    @GET
    @Path("parties/{code}/findings")
    @Tag(name = "Findings")
    @Operation(summary = "What looks wrong about facts that name it; with `on`, about what was so that day")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = ReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<Finding>> findingsOf(
            @Parameter(description = CODE) @RestPath String code,
            @BeanParam ReadParameters reading,
            @BeanParam PagingParameters paging,
            @Parameter(description = FindingFilter.KINDS) @RestQuery Optional<String> kind,
            @Parameter(description = "Ids, with commas") @RestQuery Optional<String> organization)
            throws SQLException {
        var party = PartyParameters.party(code, reading);
        var filter = new FindingFilter(
                FindingKind.named(ParameterValues.several("kind", kind, FindingKind.NAMES)),
                ParameterValues.several(organization),
                Optional.of(party.code()),
                reading.on().isPresent());
        return reads.list(reading, paging, (snapshot, page) -> {
            new PartyReads(snapshot).require(party);
            return new FindingReads(snapshot).list(filter, page);
        });
    }
}
