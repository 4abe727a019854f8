package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.depositary.gateway.read.institutions.DatedFact;
import org.depositary.gateway.read.institutions.InstitutionReads;
import org.depositary.gateway.web.ListPage;
import org.depositary.gateway.web.ReadExecutor;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.parameters.CommonReadParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves institutional facts of an organisation, such as organs, terms and meetings. */
@Path("/api/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Institutions")
@RejectUnknownParameters
public class InstitutionsResource {

    private final ReadExecutor reads;

    InstitutionsResource(ReadExecutor reads) {
        this.reads = reads;
    }

    @GET
    @Path("{organization}/organs")
    @Operation(summary = "The organs on a day. `parent` makes them a tree.")
    public RestResponse<ListPage<DatedFact>> organs(@BeanParam InstitutionParameters.Organs request)
            throws SQLException {
        return reads.list(InstitutionReads.FACTS_OF_ORGANIZATION, request.filter(), request.list());
    }

    @GET
    @Path("{organization}/terms")
    @Operation(summary = "Terms of office by date. With `on`, those of that day.")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = CommonReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<DatedFact>> terms(@BeanParam InstitutionParameters.Terms request) throws SQLException {
        return reads.list(InstitutionReads.FACTS_OF_ORGANIZATION, request.filter(), request.list());
    }

    @GET
    @Path("{organization}/meetings")
    @Operation(summary = "Meetings by date. With `on`, those of that day.")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = CommonReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<DatedFact>> meetings(@BeanParam InstitutionParameters.Meetings request)
            throws SQLException {
        return reads.list(InstitutionReads.FACTS_OF_ORGANIZATION, request.filter(), request.list());
    }

    @GET
    @Path("{organization}/relations")
    @Operation(summary = "Relations with other organisations and states by date. With `on`, those of that day.")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = CommonReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<DatedFact>> relations(@BeanParam InstitutionParameters.Relations request)
            throws SQLException {
        return reads.list(InstitutionReads.FACTS_OF_ORGANIZATION, request.filter(), request.list());
    }

    @GET
    @Path("{organization}/contributions")
    @Operation(summary = "Contributions by date. With `on`, those of that day.")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = CommonReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<DatedFact>> contributions(@BeanParam InstitutionParameters.Contributions request)
            throws SQLException {
        return reads.list(InstitutionReads.FACTS_OF_ORGANIZATION, request.filter(), request.list());
    }

    @GET
    @Path("{organization}/rules")
    @Operation(summary = "Rules of procedure by date. With `on`, those of that day.")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = CommonReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<DatedFact>> rules(@BeanParam InstitutionParameters.Rules request) throws SQLException {
        return reads.list(InstitutionReads.FACTS_OF_ORGANIZATION, request.filter(), request.list());
    }

    @GET
    @Path("{organization}/figures")
    @Operation(summary = "Figures about the organisation and its organs by date. With `on`, those of that day.")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = CommonReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<DatedFact>> figures(@BeanParam InstitutionParameters.Figures request)
            throws SQLException {
        return reads.list(InstitutionReads.FACTS_OF_ORGANIZATION, request.filter(), request.list());
    }
}
