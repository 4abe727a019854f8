package org.depositary.gateway.query;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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
    public RestResponse<Page<Organization>> list(
            @BeanParam Reading reading,
            @BeanParam Paging paging,
            @Parameter(description = "Part of a name, an acronym or an id") @RestQuery Optional<String> q)
            throws SQLException {
        return reads.list(reading, paging, (snapshot, wanted) -> new Organizations(snapshot).search(q, wanted));
    }

    @GET
    @Path("{organization}")
    @Operation(summary = "One organisation on a day, with everything recorded about it")
    public RestResponse<OrganizationInFull> one(@RestPath String organization, @BeanParam Reading reading)
            throws SQLException {
        return reads.versioned(reading, snapshot -> new Organizations(snapshot).inFull(organization));
    }

    @GET
    @Path("{organization}/members")
    @Operation(summary = "Who was what in it on a day")
    public RestResponse<Page<Member>> members(
            @RestPath String organization,
            @BeanParam Reading reading,
            @BeanParam Paging paging,
            @Parameter(description = "Statuses and candidacies, with commas: member,observer,applicant") @RestQuery
                    Optional<String> status,
            @Parameter(description = "One party, by any code or unambiguous name") @RestQuery Optional<String> party)
            throws SQLException {
        var filter = new MembershipFilter(List.of(organization), Codes.party(party, reading), Values.statuses(status));
        return reads.list(reading, paging, (snapshot, wanted) -> {
            var members = new Memberships(snapshot).on(filter, wanted);
            if (members.items().isEmpty()) {
                new Organizations(snapshot).require(organization);
            }
            return members;
        });
    }

    @GET
    @Path("{organization}/timeline")
    @Operation(summary = "Who was what in it, from beginning to end; with `on`, what held that day")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = Reading.ON_OR_ALL)
    public RestResponse<Page<TimelineItem>> timeline(
            @RestPath String organization,
            @BeanParam Reading reading,
            @BeanParam Paging paging,
            @RestQuery Optional<String> status,
            @RestQuery Optional<String> party,
            @Parameter(description = "true: and in the organisations that it continues") @RestQuery("with-predecessors")
                    Optional<String> withPredecessors)
            throws SQLException {
        var code = Codes.party(party, reading);
        var statuses = Values.statuses(status);
        boolean further = Values.flag("with-predecessors", withPredecessors);
        return reads.list(reading, paging, (snapshot, wanted) -> {
            var organizations = new Organizations(snapshot);
            organizations.require(organization);
            var chain = further ? organizations.withPredecessors(organization) : List.of(organization);
            return new Timelines(snapshot)
                    .of(
                            new MembershipFilter(chain, code, statuses),
                            reading.on().isPresent(),
                            wanted);
        });
    }

    @GET
    @Path("{organization}/findings")
    @Tag(name = "Findings")
    @Operation(summary = "What looks wrong about facts that name it; with `on`, about what was so that day")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = Reading.ON_OR_ALL)
    public RestResponse<Page<Finding>> findings(
            @RestPath String organization,
            @BeanParam Reading reading,
            @BeanParam Paging paging,
            @Parameter(description = FindingFilter.KINDS) @RestQuery Optional<String> kind,
            @Parameter(description = "One party, by any code or unambiguous name") @RestQuery Optional<String> party)
            throws SQLException {
        var filter = new FindingFilter(
                FindingKind.several(kind),
                List.of(organization),
                Codes.party(party, reading),
                reading.on().isPresent());
        return reads.list(reading, paging, (snapshot, wanted) -> {
            new Organizations(snapshot).require(organization);
            return new Findings(snapshot).of(filter, wanted);
        });
    }

    @GET
    @Path("{id}/claims/{claim}")
    @Operation(summary = "What one source says of an organisation's registration about which sources do not agree")
    public RestResponse<Claim> claim(@RestPath String id, @RestPath int claim, @BeanParam Reading reading)
            throws SQLException {
        return reads.versioned(reading, snapshot -> new Facts(snapshot).claim("organization", id, claim));
    }
}
