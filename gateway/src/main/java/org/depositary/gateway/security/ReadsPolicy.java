package org.depositary.gateway.security;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Implements setting {@code depositary.reads.policy}. {@code permit}: anyone may read. {@code authenticated}: every
 * request for data needs a token, also streams and requests that a service answers.
 */
@ApplicationScoped
class ReadsPolicy implements HttpSecurityPolicy {

    /** The values of the setting. */
    enum Policy {
        PERMIT,
        AUTHENTICATED
    }

    private final Policy policy;

    ReadsPolicy(@ConfigProperty(name = "depositary.reads.policy", defaultValue = "permit") Policy policy) {
        this.policy = policy;
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        if (policy == Policy.PERMIT || !isData(request.normalizedPath())) {
            return CheckResult.permit();
        }
        return identity.map(caller -> {
            if (caller.isAnonymous()) {
                throw new UnauthorizedException("This installation requires a token for reads");
            }
            return CheckResult.PERMIT;
        });
    }

    private static boolean isData(String path) {
        return path.startsWith("/api/") || path.equals("/api") || path.startsWith("/graphql");
    }
}
