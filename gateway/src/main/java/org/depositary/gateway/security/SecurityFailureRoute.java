package org.depositary.gateway.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.ProblemJson;

/** Answers requests that authentication or authorisation refuses before they reach a resource, as problem+json. */
@ApplicationScoped
class SecurityFailureRoute {

    void register(@Observes Router router) {
        router.route().failureHandler(SecurityFailureRoute::refuse);
    }

    private static void refuse(RoutingContext request) {
        switch (request.failure()) {
            case AuthenticationFailedException badToken ->
                answer(request, ProblemType.UNAUTHENTICATED, "The token is not valid here, or it has expired");
            case UnauthorizedException anonymous ->
                answer(request, ProblemType.UNAUTHENTICATED, "Send Authorization: Bearer <token>");
            case ForbiddenException missingRole ->
                answer(request, ProblemType.FORBIDDEN, "The token lacks the role that this needs");
            case null, default -> request.next();
        }
    }

    private static void answer(RoutingContext request, ProblemType type, String detail) {
        if (type == ProblemType.UNAUTHENTICATED) {
            request.response().putHeader("WWW-Authenticate", "Bearer");
        }
        request.response()
                .setStatusCode(type.status())
                .putHeader("Content-Type", ProblemJson.MEDIA_TYPE)
                .end(ProblemJson.of(Problem.of(type, detail)).toJson());
    }
}
