package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Optional;
import org.depositary.gateway.read.findings.Finding;
import org.depositary.gateway.read.findings.FindingFilter;
import org.depositary.gateway.read.findings.FindingKind;
import org.depositary.gateway.read.findings.FindingReads;
import org.depositary.gateway.web.KnownParameters;
import org.depositary.gateway.web.ListPage;
import org.depositary.gateway.web.PagingParameters;
import org.depositary.gateway.web.ParameterValues;
import org.depositary.gateway.web.PartyParameters;
import org.depositary.gateway.web.ReadParameters;
import org.depositary.gateway.web.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What looks wrong in the register. */
@Path("/api/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Findings")
@KnownParameters
public class FindingsResource {

    private final Reads reads;

    FindingsResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    @Operation(summary = "What looks wrong about facts, alone or beside others; with `on`, about what was so that day")
    public RestResponse<ListPage<Finding>> list(
            @BeanParam ReadParameters reading,
            @BeanParam PagingParameters paging,
            @Parameter(description = FindingFilter.KINDS) @RestQuery Optional<String> kind,
            @Parameter(description = "Ids, with commas") @RestQuery Optional<String> organization,
            @Parameter(description = "One party, by any code or unambiguous name") @RestQuery Optional<String> party)
            throws SQLException {
        var filter = new FindingFilter(
                FindingKind.named(ParameterValues.several("kind", kind, FindingKind.NAMES)),
                ParameterValues.several(organization),
                PartyParameters.party(party, reading),
                reading.on().isPresent());
        return reads.list(reading, paging, (snapshot, page) -> new FindingReads(snapshot).list(filter, page));
    }
}
