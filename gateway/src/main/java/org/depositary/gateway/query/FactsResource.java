package org.depositary.gateway.query;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.depositary.gateway.query.Reads.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Single facts that have no read of their own. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facts")
@KnownParameters
@RunOnVirtualThread
public class FactsResource {

    private final Reads reads;

    FactsResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    @Path("membership-changes/{id}")
    @Operation(summary = "One membership change, with every event of it")
    public RestResponse<FactInFull> membershipChange(@RestPath String id, @BeanParam Reading reading)
            throws SQLException {
        return fact("membership-change", id, reading);
    }

    @GET
    @Path("organization-changes/{id}")
    @Operation(summary = "One dated change of an organisation, with every event of it")
    public RestResponse<FactInFull> organizationChange(@RestPath String id, @BeanParam Reading reading)
            throws SQLException {
        return fact("organization-change", id, reading);
    }

    @GET
    @Path("membership-changes/{id}/claims/{claim}")
    @Operation(summary = "What one source says of a membership change about which sources do not agree")
    public RestResponse<Claim> membershipChangeClaim(
            @RestPath String id, @RestPath int claim, @BeanParam Reading reading) throws SQLException {
        return reads.versioned(reading, snapshot -> new Facts(snapshot).claim("membership-change", id, claim));
    }

    @GET
    @Path("organization-changes/{id}/claims/{claim}")
    @Operation(summary = "What one source says of a change of an organisation about which sources do not agree")
    public RestResponse<Claim> organizationChangeClaim(
            @RestPath String id, @RestPath int claim, @BeanParam Reading reading) throws SQLException {
        return reads.versioned(reading, snapshot -> new Facts(snapshot).claim("organization-change", id, claim));
    }

    private RestResponse<FactInFull> fact(String kind, String id, Reading reading) throws SQLException {
        return reads.versioned(reading, snapshot -> {
            var facts = new Facts(snapshot);
            var fact = facts.require(kind, id);
            var history = facts.history(fact);
            return new Versioned<>(FactInFull.of(fact, history.recordings()), history.version());
        });
    }
}
