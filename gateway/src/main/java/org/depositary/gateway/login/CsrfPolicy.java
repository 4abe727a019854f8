package org.depositary.gateway.login;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/**
 * Refuses commands that another site makes a browser send: a command with a session cookie needs the session's CSRF token and
 * must come from a page of this origin. Commands with a bearer token need neither.
 */
@ApplicationScoped
class CsrfPolicy implements HttpSecurityPolicy {

    static final String HEADER = "X-CSRF-Token";

    /** GraphQL has no commands here, so a POST reads. */
    private static final String QUERIES = "/graphql";

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final CsrfTokens tokens;
    private final OwnOrigin origin;

    CsrfPolicy(CsrfTokens tokens, OwnOrigin origin) {
        this.tokens = tokens;
        this.origin = origin;
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        if (SAFE.contains(request.request().method())
                || request.normalizedPath().equals(QUERIES)) {
            return CheckResult.permit();
        }
        return identity.map(caller -> {
            BrowserSession.of(caller).ifPresent(session -> check(request, session));
            return CheckResult.PERMIT;
        });
    }

    private void check(RoutingContext request, BrowserSession session) {
        if (!origin.sent(request.request())) {
            throw Problem.of(ProblemType.CSRF, "The request does not come from a page of this origin");
        }
        var token = request.request().getHeader(HEADER);
        if (token == null || !tokens.isValid(token, session)) {
            throw Problem.of(ProblemType.CSRF, "Send the csrfToken of /api/session in header " + HEADER);
        }
    }
}
