package org.depositary.gateway.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Lists that fail after their first bytes were sent, as when the database goes away. The OpenAPI document leaves out what is
 * below {@code /relay}.
 */
@Path("/relay/broken")
public class BreakingLists {

    private static final int SENT = 300_000;

    private static final StreamingOutput CONTENT = output -> {
        output.write(new byte[SENT]);
        output.flush();
        throw new IOException("The database is away");
    };

    @GET
    @Path("of-json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    @SuppressWarnings("unchecked")
    public RestResponse<ListPage<String>> ofJson() {
        return (RestResponse<ListPage<String>>)
                (RestResponse<?>) ResponseBuilder.ok(CONTENT).type("text/csv").build();
    }

    @GET
    @Path("of-csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> ofCsv() {
        return RestResponse.ok(CONTENT);
    }
}
