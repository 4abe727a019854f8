package org.depositary.gateway.web.resource;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.memberships.years.ImportableYearReads;
import org.depositary.gateway.read.memberships.years.MembershipYear;
import org.depositary.gateway.read.memberships.years.MembershipYearReads;
import org.depositary.gateway.read.memberships.years.SharedOrganizationReads;
import org.depositary.gateway.read.memberships.years.SharedOrganizations;
import org.depositary.gateway.web.ListPage;
import org.depositary.gateway.web.ReadExecutor;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.depositary.gateway.web.parameters.ListParameters;
import org.depositary.gateway.web.parameters.PagingParameters;
import org.depositary.gateway.web.parameters.ParameterParser;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves memberships by year, which analysts join with other data. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations and memberships")
@RejectUnknownParameters
@RunOnVirtualThread
public class MembershipYearsResource {

    private final ReadExecutor reads;

    MembershipYearsResource(ReadExecutor reads) {
        this.reads = reads;
    }

    @GET
    @Path("memberships/years")
    @Operation(
            summary =
                    "One row for each organisation, party and year, with COW and Gleditsch-Ward numbers valid in that year",
            description =
                    "If a party had several statuses in a year, the last one. A status without an end goes on until `to`. "
                            + "CSV has columns for analysts, such as `party_name`, unless `fields` selects others. With "
                            + "`columns=import`, only the rows of parties whose statuses in an organisation can be "
                            + "expressed by years, up to the last year for which the sources of its open memberships "
                            + "speak. Importing this CSV again in the format state-years gives `known` for every row.")
    public RestResponse<ListPage<MembershipYear>> years(
            @BeanParam MembershipYearParameters request,
            @BeanParam PagingParameters paging,
            @Parameter(
                            description =
                                    "import: the rows, and in CSV the columns, that an import in the format state-years takes. Default: all")
                    @RestQuery
                    Optional<String> columns)
            throws SQLException {
        var filter = request.filter();
        if (!isForImport(columns)) {
            return reads.list(MembershipYearReads.YEARS, filter, list(request, paging), MembershipYear.ALL);
        }
        if (request.status().isPresent()) {
            throw InvalidParameterProblem.of(
                    "status", "A file for import has all statuses, because an import ends those that it does not list");
        }
        return reads.list(ImportableYearReads.YEARS, filter, list(request, paging), MembershipYear.IMPORT);
    }

    private static boolean isForImport(Optional<String> columns) {
        return ParameterParser.several("columns", columns, List.of("all", "import"))
                .contains("import");
    }

    @GET
    @Path("memberships/shared")
    @Operation(
            summary = "The number of organisations that two parties share, for each pair of parties and year",
            description = "CSV has columns for analysts, such as `party_name`, unless `fields` selects others.")
    public RestResponse<ListPage<SharedOrganizations>> shared(
            @BeanParam MembershipYearParameters request, @BeanParam PagingParameters paging) throws SQLException {
        return reads.list(
                SharedOrganizationReads.PAIRS,
                request.filterOfMembers(),
                list(request, paging),
                SharedOrganizations.COLUMNS);
    }

    private static ListParameters list(MembershipYearParameters request, PagingParameters paging) {
        return new ListParameters(request.reading(), paging);
    }
}
