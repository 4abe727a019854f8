package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.facts.ClaimItem;
import org.depositary.gateway.read.facts.FactReads;
import org.depositary.gateway.read.findings.Finding;
import org.depositary.gateway.read.findings.FindingFilter;
import org.depositary.gateway.read.findings.FindingKind;
import org.depositary.gateway.read.findings.FindingReads;
import org.depositary.gateway.read.memberships.Member;
import org.depositary.gateway.read.memberships.MembersOnDay;
import org.depositary.gateway.read.memberships.MembershipFilter;
import org.depositary.gateway.read.memberships.TimelineItem;
import org.depositary.gateway.read.memberships.Timelines;
import org.depositary.gateway.read.organizations.OrganizationDetail;
import org.depositary.gateway.read.organizations.OrganizationItem;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.web.KnownParameters;
import org.depositary.gateway.web.ListPage;
import org.depositary.gateway.web.PagingParameters;
import org.depositary.gateway.web.ParameterValues;
import org.depositary.gateway.web.PartyParameters;
import org.depositary.gateway.web.ReadParameters;
import org.depositary.gateway.web.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Organisations, their members and their timelines. */
@Path("/api/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations and memberships")
@KnownParameters
public class OrganizationsResource {

    private final Reads reads;

    OrganizationsResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    @Operation(summary = "Organisations, as they were on a day")
    public RestResponse<ListPage<OrganizationItem>> list(
            @BeanParam ReadParameters reading,
            @BeanParam PagingParameters paging,
            @Parameter(description = "Part of a name, an acronym or an id") @RestQuery Optional<String> q)
            throws SQLException {
        return reads.list(reading, paging, (snapshot, page) -> new OrganizationReads(snapshot).search(q, page));
    }

    @GET
    @Path("{organization}")
    @Operation(summary = "One organisation on a day, with everything recorded about it")
    public RestResponse<OrganizationDetail> one(@RestPath String organization, @BeanParam ReadParameters reading)
            throws SQLException {
        return reads.versioned(reading, snapshot -> new OrganizationReads(snapshot).detail(organization));
    }

    @GET
    @Path("{organization}/members")
    @Operation(summary = "Who was what in it on a day")
    public RestResponse<ListPage<Member>> members(
            @RestPath String organization,
            @BeanParam ReadParameters reading,
            @BeanParam PagingParameters paging,
            @Parameter(description = "Statuses and candidacies, with commas: member,observer,applicant") @RestQuery
                    Optional<String> status,
            @Parameter(description = "One party, by any code or unambiguous name") @RestQuery Optional<String> party)
            throws SQLException {
        var filter = new MembershipFilter(
                List.of(organization), PartyParameters.party(party, reading), ParameterValues.statuses(status));
        return reads.list(reading, paging, (snapshot, page) -> {
            var members = new MembersOnDay(snapshot).on(filter, page);
            if (members.items().isEmpty()) {
                new OrganizationReads(snapshot).require(organization);
            }
            return members;
        });
    }

    @GET
    @Path("{organization}/timeline")
    @Operation(summary = "Who was what in it, from beginning to end; with `on`, what held that day")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = ReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<TimelineItem>> timeline(
            @RestPath String organization,
            @BeanParam ReadParameters reading,
            @BeanParam PagingParameters paging,
            @RestQuery Optional<String> status,
            @RestQuery Optional<String> party,
            @Parameter(description = "true: and in the organisations that it continues") @RestQuery("with-predecessors")
                    Optional<String> withPredecessors)
            throws SQLException {
        var code = PartyParameters.party(party, reading);
        var statuses = ParameterValues.statuses(status);
        boolean further = ParameterValues.flag("with-predecessors", withPredecessors);
        return reads.list(reading, paging, (snapshot, page) -> {
            var organizations = new OrganizationReads(snapshot);
            organizations.require(organization);
            var chain = further ? organizations.withPredecessors(organization) : List.of(organization);
            return new Timelines(snapshot)
                    .of(
                            new MembershipFilter(chain, code, statuses),
                            reading.on().isPresent(),
                            page);
        });
    }

    @GET
    @Path("{organization}/findings")
    @Tag(name = "Findings")
    @Operation(summary = "What looks wrong about facts that name it; with `on`, about what was so that day")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = ReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<Finding>> findings(
            @RestPath String organization,
            @BeanParam ReadParameters reading,
            @BeanParam PagingParameters paging,
            @Parameter(description = FindingFilter.KINDS) @RestQuery Optional<String> kind,
            @Parameter(description = "One party, by any code or unambiguous name") @RestQuery Optional<String> party)
            throws SQLException {
        var filter = new FindingFilter(
                FindingKind.named(ParameterValues.several("kind", kind, FindingKind.NAMES)),
                List.of(organization),
                PartyParameters.party(party, reading),
                reading.on().isPresent());
        return reads.list(reading, paging, (snapshot, page) -> {
            new OrganizationReads(snapshot).require(organization);
            return new FindingReads(snapshot).list(filter, page);
        });
    }

    @GET
    @Path("{id}/claims/{claim}")
    @Operation(summary = "What one source says of an organisation's registration about which sources do not agree")
    public RestResponse<ClaimItem> claim(@RestPath String id, @RestPath int claim, @BeanParam ReadParameters reading)
            throws SQLException {
        return reads.versioned(reading, snapshot -> new FactReads(snapshot).claim("organization", id, claim));
    }
}
