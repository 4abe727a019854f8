package org.depositary.gateway.query;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Optional;
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
    public RestResponse<Page<Finding>> list(
            @BeanParam Reading reading,
            @BeanParam Paging paging,
            @Parameter(description = FindingFilter.KINDS) @RestQuery Optional<String> kind,
            @Parameter(description = "Ids, with commas") @RestQuery Optional<String> organization,
            @Parameter(description = "One party, by any code or unambiguous name") @RestQuery Optional<String> party)
            throws SQLException {
        var filter = new FindingFilter(
                FindingKind.several(kind),
                Values.several(organization),
                Codes.party(party, reading),
                reading.on().isPresent());
        return reads.list(reading, paging, (snapshot, wanted) -> new Findings(snapshot).of(filter, wanted));
    }
}
