package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Optional;
import org.depositary.gateway.read.changes.FactKey;
import org.depositary.gateway.read.facts.ClaimItem;
import org.depositary.gateway.read.facts.FactReads;
import org.depositary.gateway.read.findings.Finding;
import org.depositary.gateway.read.findings.FindingReads;
import org.depositary.gateway.read.memberships.Member;
import org.depositary.gateway.read.memberships.MemberReads;
import org.depositary.gateway.read.memberships.TimelineItem;
import org.depositary.gateway.read.memberships.TimelineReads;
import org.depositary.gateway.read.organizations.OrganizationDetail;
import org.depositary.gateway.read.organizations.OrganizationItem;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.web.ListPage;
import org.depositary.gateway.web.ReadExecutor;
import org.depositary.gateway.web.RecordReadParameters;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.parameters.CommonReadParameters;
import org.depositary.gateway.web.parameters.ListParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves organisations, their members and their timelines. */
@Path("/api/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations and memberships")
@RejectUnknownParameters
public class OrganizationsResource {

    private final ReadExecutor reads;

    OrganizationsResource(ReadExecutor reads) {
        this.reads = reads;
    }

    @GET
    @Operation(summary = "Organisations on a day")
    public RestResponse<ListPage<OrganizationItem>> list(
            @BeanParam ListParameters list,
            @Parameter(description = "Part of a name, an acronym or an id") @RestQuery Optional<String> q)
            throws SQLException {
        return reads.list(OrganizationReads.ORGANIZATIONS, q, list);
    }

    @GET
    @Path("{organization}")
    @Operation(summary = "One organisation on a day, with everything recorded about it")
    public RestResponse<OrganizationDetail> one(
            @RestPath String organization, @BeanParam RecordReadParameters parameters) throws SQLException {
        return reads.record(
                parameters, new FactKey("organization", organization), snapshot -> new OrganizationReads(snapshot)
                        .detail(organization));
    }

    @GET
    @Path("{organization}/members")
    @Operation(summary = "Statuses and candidacies in one organisation on a day")
    public RestResponse<ListPage<Member>> members(@BeanParam MembershipParameters.Members request) throws SQLException {
        return reads.list(MemberReads.MEMBERS, request.filter(), request.list());
    }

    @GET
    @Path("{organization}/timeline")
    @Operation(summary = "Timeline of the organisation. With `on`, only spans that include that day.")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = CommonReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<TimelineItem>> timeline(@BeanParam MembershipParameters.TimelineOfOrganization request)
            throws SQLException {
        return reads.list(TimelineReads.TIMELINE_OF_ORGANIZATION, request.filter(), request.list());
    }

    @GET
    @Path("{organization}/findings")
    @Tag(name = "Findings")
    @Operation(summary = "Findings about facts that name it. With `on`, about facts of that day.")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = CommonReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<Finding>> findings(@BeanParam FindingParameters.FindingsOfOrganization request)
            throws SQLException {
        return reads.list(FindingReads.FINDINGS_OF_ORGANIZATION, request.filter(), request.list());
    }

    @GET
    @Path("{id}/claims/{claim}")
    @Operation(summary = "One claim about a disputed registration")
    public RestResponse<ClaimItem> claim(
            @RestPath String id, @RestPath int claim, @BeanParam CommonReadParameters reading) throws SQLException {
        return reads.versioned(reading, snapshot -> new FactReads(snapshot).claim("organization", id, claim));
    }
}
