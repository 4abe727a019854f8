package org.depositary.gateway.query;

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

/** What can be asked of a single fact, whatever it states. A kind of fact has a subclass, whose path is where it is. */
public abstract class SingleFacts {

    private final Reads reads;
    private final String kind;

    SingleFacts(Reads reads, String kind) {
        this.reads = reads;
        this.kind = kind;
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @KnownParameters
    @Tag(name = "Facts")
    @Operation(summary = "One fact, with every event of it")
    public RestResponse<FactInFull> one(@RestPath String id, @BeanParam Reading reading) throws SQLException {
        return reads.versioned(reading, snapshot -> {
            var facts = new Facts(snapshot);
            var fact = facts.require(kind, id);
            var history = facts.history(fact);
            return new Versioned<>(FactInFull.of(fact, history.recordings()), history.version());
        });
    }

    @GET
    @Path("{id}/claims/{claim}")
    @Produces(MediaType.APPLICATION_JSON)
    @KnownParameters
    @Tag(name = "Facts")
    @Operation(summary = "What one source says of a fact about which sources do not agree")
    public RestResponse<Claim> claim(@RestPath String id, @RestPath int claim, @BeanParam Reading reading)
            throws SQLException {
        return reads.versioned(reading, snapshot -> new Facts(snapshot).claim(kind, id, claim));
    }
}
