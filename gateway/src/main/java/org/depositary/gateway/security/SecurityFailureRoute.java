package org.depositary.gateway.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.ProblemJson;
import org.depositary.eventsourcing.http.ProblemMappers;

/** Answers requests that fail authentication or authorization before they reach a resource, with problem+json. */
@ApplicationScoped
class SecurityFailureRoute {

    private static final int FOUND = 302;

    void register(@Observes Router router) {
        router.route().failureHandler(SecurityFailureRoute::refuse);
    }

    private static void refuse(RoutingContext request) {
        if (isRedirect(request)) {
            request.response().end();
            return;
        }
        problem(request.failure()).ifPresentOrElse(problem -> send(problem, request), request::next);
    }

    /** Whether Quarkus has prepared a redirect: to the provider, or back from it. */
    private static boolean isRedirect(RoutingContext request) {
        return request.failure() instanceof AuthenticationRedirectException
                || request.failure() instanceof AuthenticationFailedException
                        && request.response().getStatusCode() == FOUND;
    }

    private static Optional<Problem> problem(Throwable failure) {
        return failure instanceof Problem refused ? Optional.of(refused) : ProblemMappers.ofSecurity(failure);
    }

    private static void send(Problem problem, RoutingContext request) {
        if (problem.type() == ProblemType.UNAVAILABLE) {
            // Quarkus deletes the session whenever its refresh fails. The session is still good after an outage.
            var names = request.request().cookies().stream()
                    .map(Cookie::getName)
                    .distinct()
                    .toList();
            names.forEach(name -> request.response().removeCookies(name, false));
        }
        // Quarkus has put its own challenge there for a session that ended.
        request.response().headers().remove("WWW-Authenticate");
        ProblemJson.send(problem, request.response());
    }
}
