package org.depositary.gateway.security;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.depositary.eventsourcing.http.ProblemJson;
import org.depositary.eventsourcing.http.ProblemMappers;

/** Answers requests that fail authentication or authorization before they reach a resource, with problem+json. */
@ApplicationScoped
class SecurityFailureRoute {

    void register(@Observes Router router) {
        router.route().failureHandler(SecurityFailureRoute::refuse);
    }

    private static void refuse(RoutingContext request) {
        ProblemMappers.ofSecurity(request.failure())
                .ifPresentOrElse(problem -> ProblemJson.send(problem, request.response()), request::next);
    }
}
