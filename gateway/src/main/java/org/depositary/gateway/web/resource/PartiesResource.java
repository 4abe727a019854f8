package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Optional;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.VersionedAnswer;
import org.depositary.gateway.read.changes.FactKey;
import org.depositary.gateway.read.findings.Finding;
import org.depositary.gateway.read.findings.FindingReads;
import org.depositary.gateway.read.institutions.DatedFact;
import org.depositary.gateway.read.institutions.InstitutionReads;
import org.depositary.gateway.read.memberships.Member;
import org.depositary.gateway.read.memberships.MemberReads;
import org.depositary.gateway.read.memberships.TimelineItem;
import org.depositary.gateway.read.memberships.TimelineReads;
import org.depositary.gateway.read.parties.PartyDetail;
import org.depositary.gateway.read.parties.PartyItem;
import org.depositary.gateway.read.parties.PartyReads;
import org.depositary.gateway.web.ListPage;
import org.depositary.gateway.web.ReadExecutor;
import org.depositary.gateway.web.RecordReadParameters;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.parameters.CommonReadParameters;
import org.depositary.gateway.web.parameters.ListParameters;
import org.depositary.gateway.web.parameters.PartyParameterParser;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves parties, with their memberships and timelines. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations and memberships")
@RejectUnknownParameters
public class PartiesResource {

    private final ReadExecutor reads;

    PartiesResource(ReadExecutor reads) {
        this.reads = reads;
    }

    @GET
    @Path("parties")
    @Operation(summary = "Parties: states, former states and organisations")
    public RestResponse<ListPage<PartyItem>> parties(
            @BeanParam ListParameters list,
            @Parameter(description = "A code or a part of a name, in any language") @RestQuery Optional<String> q)
            throws SQLException {
        return reads.list(PartyReads.PARTIES, q, list);
    }

    @GET
    @Path("parties/{code}")
    @Operation(summary = "One party with its names, codes, predecessors and successors")
    public RestResponse<PartyDetail> party(
            @Parameter(description = PartyParameterParser.DESCRIPTION) @RestPath String code,
            @BeanParam RecordReadParameters parameters)
            throws SQLException {
        var party = PartyParameterParser.party(code, parameters.reading());
        return reads.record(
                parameters,
                new FactKey("party", party.code()),
                ReadScope.MEMBERSHIPS,
                snapshot -> new VersionedAnswer<>(new PartyReads(snapshot).detail(party), ""));
    }

    @GET
    @Path("parties/{code}/memberships")
    @Operation(summary = "Statuses and candidacies of one party on a day")
    public RestResponse<ListPage<Member>> membershipsOf(@BeanParam MembershipParameters.OfParty request)
            throws SQLException {
        return reads.list(MemberReads.MEMBERSHIPS_OF_PARTY, request.filter(), request.list());
    }

    @GET
    @Path("parties/{code}/timeline")
    @Operation(summary = "Timeline of the party. With `on`, only spans that include that day.")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = CommonReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<TimelineItem>> timelineOf(@BeanParam MembershipParameters.OfParty request)
            throws SQLException {
        return reads.list(TimelineReads.TIMELINE_OF_PARTY, request.timeline(), request.list());
    }

    @GET
    @Path("parties/{code}/figures")
    @Operation(summary = "Figures about the party by date. With `on`, those of that day.")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = CommonReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<DatedFact>> figuresOf(@BeanParam InstitutionParameters.FiguresOfParty request)
            throws SQLException {
        return reads.list(InstitutionReads.FACTS_OF_PARTY, request.filter(), request.list());
    }

    @GET
    @Path("parties/{code}/findings")
    @Tag(name = "Findings")
    @Operation(summary = "Findings about facts that name it. With `on`, about facts of that day.")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = CommonReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<Finding>> findingsOf(@BeanParam FindingParameters.FindingsOfParty request)
            throws SQLException {
        return reads.list(FindingReads.FINDINGS_OF_PARTY, request.filter(), request.list());
    }
}
