package org.depositary.gateway.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Selects the requested fields of answers that a resource returns as records. {@link JsonResponses} does it for bytes. */
@Provider
@RejectUnknownParameters
class SelectedFieldsFilter implements ContainerResponseFilter {

    private static final int OK = 200;

    private final JsonResponses responses;

    SelectedFieldsFilter(JsonResponses responses) {
        this.responses = responses;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == OK
                && response.getEntity() instanceof Record answer
                && request.getUriInfo().getQueryParameters().containsKey(RequestedFields.PARAMETER)) {
            response.setEntity(responses.selected(answer));
        }
    }
}
