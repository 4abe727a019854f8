package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.depositary.gateway.read.changes.FactKey;
import org.depositary.gateway.read.facts.ClaimItem;
import org.depositary.gateway.read.facts.FactItem;
import org.depositary.gateway.read.facts.FactReads;
import org.depositary.gateway.read.instruments.InstrumentDetail;
import org.depositary.gateway.read.instruments.InstrumentItem;
import org.depositary.gateway.read.instruments.InstrumentReads;
import org.depositary.gateway.read.instruments.StandingItem;
import org.depositary.gateway.read.instruments.StandingReads;
import org.depositary.gateway.web.ListPage;
import org.depositary.gateway.web.ReadExecutor;
import org.depositary.gateway.web.RecordReadParameters;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.parameters.CommonReadParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves instruments, the acts about them, and who is bound by them on a day. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Instruments")
@RejectUnknownParameters
public class InstrumentsResource {

    private final ReadExecutor reads;

    InstrumentsResource(ReadExecutor reads) {
        this.reads = reads;
    }

    @GET
    @Path("instruments")
    @Operation(summary = "Instruments: treaties, charters, declarations and others")
    public RestResponse<ListPage<InstrumentItem>> list(@BeanParam InstrumentParameters.Instruments request)
            throws SQLException {
        return reads.list(InstrumentReads.INSTRUMENTS, request.filter(), request.list());
    }

    @GET
    @Path("instruments/{instrument}")
    @Operation(summary = "One instrument with everything recorded about it")
    public RestResponse<InstrumentDetail> one(@RestPath String instrument, @BeanParam RecordReadParameters parameters)
            throws SQLException {
        return reads.record(parameters, new FactKey("instrument", instrument), snapshot -> new InstrumentReads(snapshot)
                .detail(instrument));
    }

    @GET
    @Path("instruments/{instrument}/parties")
    @Operation(summary = "Who is bound by the instrument on a day: since when, by which act, with which reservations")
    public RestResponse<ListPage<StandingItem>> parties(@BeanParam InstrumentParameters.Parties request)
            throws SQLException {
        return reads.list(StandingReads.PARTIES, request.filter(), request.list());
    }

    @GET
    @Path("instruments/{instrument}/acts")
    @Operation(summary = "All acts about the instrument, by party")
    public RestResponse<ListPage<FactItem>> acts(@BeanParam InstrumentParameters.Acts request) throws SQLException {
        return reads.list(InstrumentReads.ACTS_OF_INSTRUMENT, request.filter(), request.list());
    }

    @GET
    @Path("instruments/{id}/claims/{claim}")
    @Operation(summary = "One claim about a disputed registration")
    public RestResponse<ClaimItem> claim(
            @RestPath String id, @RestPath int claim, @BeanParam CommonReadParameters reading) throws SQLException {
        return reads.versioned(reading, snapshot -> new FactReads(snapshot).claim("instrument", id, claim));
    }

    @GET
    @Path("parties/{code}/instruments")
    @Operation(summary = "Instruments by which the party is bound on a day: since when, by which act")
    public RestResponse<ListPage<StandingItem>> instrumentsOf(
            @BeanParam InstrumentParameters.InstrumentsOfParty request) throws SQLException {
        return reads.list(StandingReads.INSTRUMENTS_OF_PARTY, request.filter(), request.list());
    }
}
