package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.changes.FactKey;
import org.depositary.gateway.read.memberships.Member;
import org.depositary.gateway.read.memberships.MemberReads;
import org.depositary.gateway.read.memberships.SpanDetail;
import org.depositary.gateway.read.memberships.SpanReads;
import org.depositary.gateway.web.ListPage;
import org.depositary.gateway.web.ReadExecutor;
import org.depositary.gateway.web.RecordReadParameters;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves the memberships of all parties on a day, and single spans. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations and memberships")
@RejectUnknownParameters
public class MembershipsResource {

    private final ReadExecutor reads;

    MembershipsResource(ReadExecutor reads) {
        this.reads = reads;
    }

    @GET
    @Path("memberships")
    @Operation(summary = "Statuses and candidacies of all parties on a day")
    public RestResponse<ListPage<Member>> memberships(@BeanParam MembershipParameters.Memberships request)
            throws SQLException {
        return reads.list(MemberReads.MEMBERSHIPS, request.filter(), request.list());
    }

    @GET
    @Path("memberships/{id}")
    @Operation(
            summary = "One span: a status or a candidacy from its beginning to its end",
            description =
                    "`on` only selects the names. A span that the register no longer states keeps its address, with"
                            + " `recordedUntil` and the values that it had before.")
    public RestResponse<SpanDetail> span(
            @Parameter(description = "The id of the membership change that began the span") @RestPath String id,
            @BeanParam RecordReadParameters parameters)
            throws SQLException {
        return reads.record(
                parameters, new FactKey("membership", id), ReadScope.MEMBERSHIPS, snapshot -> new SpanReads(snapshot)
                        .detail(id));
    }
}
