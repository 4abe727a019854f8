package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.WhereClause;
import org.depositary.gateway.read.institutions.DatedFact;
import org.depositary.gateway.read.institutions.InstitutionReads;
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

/** What is recorded of the institutions of an organisation. */
@Path("/api/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Institutions")
@KnownParameters
public class InstitutionsResource {

    private static final List<String> STATES =
            List.of("proposed", "planned", "established", "operational", "dissolved");

    private static final String IN_ORGAN = "i.statement ->> 'organ' = :organ";

    private final Reads reads;

    InstitutionsResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    @Path("{organization}/organs")
    @Operation(summary = "Its organs, as they were on a day: a tree by `parent`")
    public RestResponse<ListPage<DatedFact>> organs(
            @RestPath String organization,
            @BeanParam ReadParameters reading,
            @BeanParam PagingParameters paging,
            @Parameter(description = "Only parts of this organ") @RestQuery Optional<String> parent,
            @Parameter(description = "States, with commas: established,operational") @RestQuery Optional<String> state)
            throws SQLException {
        var filter = of(organization)
                .and("i.statement ->> 'parent' = :parent", "parent", parent)
                .andAny(
                        "i.statement ->> 'state' = ANY (:states)",
                        "states",
                        ParameterValues.several("state", state, STATES));
        return list(InstitutionReads.ORGAN, organization, filter, true, reading, paging);
    }

    @GET
    @Path("{organization}/terms")
    @Operation(summary = "Who held its offices, in time; with `on`, who held them that day")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = ReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<DatedFact>> terms(
            @RestPath String organization,
            @BeanParam ReadParameters reading,
            @BeanParam PagingParameters paging,
            @RestQuery Optional<String> office,
            @RestQuery Optional<String> organ)
            throws SQLException {
        var filter = of(organization)
                .and("i.statement ->> 'office' = :office", "office", office)
                .and(IN_ORGAN, "organ", organ);
        return list("term", organization, filter, reading, paging);
    }

    @GET
    @Path("{organization}/meetings")
    @Operation(summary = "When it met, in time; with `on`, on that day")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = ReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<DatedFact>> meetings(
            @RestPath String organization,
            @BeanParam ReadParameters reading,
            @BeanParam PagingParameters paging,
            @RestQuery Optional<String> organ,
            @Parameter(description = "A party that was there") @RestQuery Optional<String> party)
            throws SQLException {
        var filter = of(organization)
                .and(IN_ORGAN, "organ", organ)
                .and(
                        "i.statement -> 'attendance' @> jsonb_build_array(jsonb_build_object('party', :party::text))",
                        "party",
                        PartyParameters.party(party, reading));
        return list("meeting", organization, filter, reading, paging);
    }

    @GET
    @Path("{organization}/relations")
    @Operation(summary = "How it stood to others, in time; with `on`, how that day")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = ReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<DatedFact>> relations(
            @RestPath String organization,
            @BeanParam ReadParameters reading,
            @BeanParam PagingParameters paging,
            @Parameter(description = "The other one") @RestQuery Optional<String> with,
            @RestQuery Optional<String> kind)
            throws SQLException {
        var filter = of(organization)
                .and("i.statement ->> 'with' = :with", "with", PartyParameters.party("with", with, reading))
                .and("i.statement ->> 'kind' = :ofKind", "ofKind", kind);
        return list("relation", organization, filter, reading, paging);
    }

    @GET
    @Path("{organization}/contributions")
    @Operation(summary = "What it cost and who paid, in time; with `on`, that day")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = ReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<DatedFact>> contributions(
            @RestPath String organization,
            @BeanParam ReadParameters reading,
            @BeanParam PagingParameters paging,
            @RestQuery Optional<String> organ,
            @Parameter(description = "A party that paid a share") @RestQuery Optional<String> party)
            throws SQLException {
        var filter = of(organization)
                .and(IN_ORGAN, "organ", organ)
                .and(
                        "i.statement -> 'shares' -> :party::text IS NOT NULL",
                        "party",
                        PartyParameters.party(party, reading));
        return list("contribution", organization, filter, reading, paging);
    }

    @GET
    @Path("{organization}/rules")
    @Operation(summary = "By what rules it does things; with `on`, those of that day")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = ReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<DatedFact>> rules(
            @RestPath String organization,
            @BeanParam ReadParameters reading,
            @BeanParam PagingParameters paging,
            @RestQuery Optional<String> subject)
            throws SQLException {
        var filter = of(organization).and("i.statement ->> 'subject' = :subject", "subject", subject);
        return list("rule", organization, filter, reading, paging);
    }

    @GET
    @Path("{organization}/figures")
    @Operation(summary = "Numbers about it and its organs, in time; with `on`, those of that day")
    @Parameter(name = "on", in = ParameterIn.QUERY, description = ReadParameters.ON_OR_ALL)
    public RestResponse<ListPage<DatedFact>> figures(
            @RestPath String organization,
            @BeanParam ReadParameters reading,
            @BeanParam PagingParameters paging,
            @RestQuery Optional<String> organ,
            @RestQuery Optional<String> measure)
            throws SQLException {
        var filter = of(organization)
                .and(IN_ORGAN, "organ", organ)
                .and("i.statement ->> 'measure' = :measure", "measure", measure);
        return list("figure", organization, filter, reading, paging);
    }

    private static WhereClause of(String organization) {
        return new WhereClause().and("i.organization = :organization").value("organization", organization);
    }

    /** Without a day, all there ever was. */
    private RestResponse<ListPage<DatedFact>> list(
            String kind, String organization, WhereClause filter, ReadParameters reading, PagingParameters paging)
            throws SQLException {
        return list(kind, organization, filter, reading.on().isPresent(), reading, paging);
    }

    private RestResponse<ListPage<DatedFact>> list(
            String kind,
            String organization,
            WhereClause filter,
            boolean onDay,
            ReadParameters reading,
            PagingParameters paging)
            throws SQLException {
        return reads.list(reading, paging, (snapshot, wanted) -> {
            new OrganizationReads(snapshot).require(organization);
            return new InstitutionReads(snapshot).of(kind, filter, onDay, wanted);
        });
    }
}
