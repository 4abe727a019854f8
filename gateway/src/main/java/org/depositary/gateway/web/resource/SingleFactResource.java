package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.depositary.gateway.read.changes.FactKey;
import org.depositary.gateway.read.facts.ClaimItem;
import org.depositary.gateway.read.facts.FactDetail;
import org.depositary.gateway.read.facts.FactReads;
import org.depositary.gateway.web.ReadExecutor;
import org.depositary.gateway.web.RecordReadParameters;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.parameters.CommonReadParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves a single fact, its events and its claims. Each kind of fact has a subclass with its own path. */
public abstract class SingleFactResource {

    private final ReadExecutor reads;
    private final String kind;

    SingleFactResource(ReadExecutor reads, String kind) {
        this.reads = reads;
        this.kind = kind;
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RejectUnknownParameters
    @Tag(name = "Facts")
    @Operation(summary = "One fact with all its events")
    public RestResponse<FactDetail> one(@RestPath String id, @BeanParam RecordReadParameters parameters)
            throws SQLException {
        return reads.record(parameters, new FactKey(kind, id), snapshot -> new FactReads(snapshot).detail(kind, id));
    }

    @GET
    @Path("{id}/claims/{claim}")
    @Produces(MediaType.APPLICATION_JSON)
    @RejectUnknownParameters
    @Tag(name = "Facts")
    @Operation(summary = "One claim about a disputed fact")
    public RestResponse<ClaimItem> claim(
            @RestPath String id, @RestPath int claim, @BeanParam CommonReadParameters reading) throws SQLException {
        return reads.versioned(reading, snapshot -> new FactReads(snapshot).claim(kind, id, claim));
    }
}
