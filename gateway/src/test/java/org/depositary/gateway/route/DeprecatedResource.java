package org.depositary.gateway.route;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A route of tests only. No route of the gateway is deprecated. */
@Path("/deprecated-for-tests")
@Tag(name = "Problems")
public class DeprecatedResource {

    @GET
    @Deprecated
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(operationId = "getDeprecated", summary = "A deprecated route", description = "Only in tests.")
    @Extension(name = "x-deprecated-since", value = "2026-01-01")
    @Extension(name = "x-sunset", value = "2027-07-01")
    public String get() {
        return "still here";
    }
}
