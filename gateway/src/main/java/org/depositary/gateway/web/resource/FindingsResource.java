package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.depositary.gateway.read.findings.Finding;
import org.depositary.gateway.read.findings.FindingReads;
import org.depositary.gateway.web.ListPage;
import org.depositary.gateway.web.ReadExecutor;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves findings: possible errors in the register. */
@Path("/api/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Findings")
@RejectUnknownParameters
public class FindingsResource {

    private final ReadExecutor reads;

    FindingsResource(ReadExecutor reads) {
        this.reads = reads;
    }

    @GET
    @Operation(summary = "Findings: possible errors in facts. With `on`, about facts of that day.")
    public RestResponse<ListPage<Finding>> list(@BeanParam FindingParameters.Findings request) throws SQLException {
        return reads.list(FindingReads.FINDINGS, request.filter(), request.list());
    }
}
