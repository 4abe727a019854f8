package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import java.util.Optional;
import org.depositary.gateway.web.ListParameters;
import org.depositary.gateway.web.ListRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Requests for organisations and parties by a text: a record for each list. */
public final class PartyListParameters {

    private PartyListParameters() {}

    public record Organizations(
            @BeanParam ListParameters list,

            @Parameter(description = "Part of a name, an acronym or an id") @RestQuery
            Optional<String> q)
            implements ListRequest<Optional<String>> {

        @Override
        public Optional<String> filter() {
            return q;
        }
    }

    public record AllParties(
            @BeanParam ListParameters list,

            @Parameter(description = "A code or a part of a name, in any language") @RestQuery
            Optional<String> q)
            implements ListRequest<Optional<String>> {

        @Override
        public Optional<String> filter() {
            return q;
        }
    }
}
