package org.depositary.gateway.security;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Implements setting {@code depositary.reads.policy}. {@code permit}: anyone may read. {@code authenticated}: every
 * request for data needs a token, also streams and requests that a service answers.
 */
@ApplicationScoped
public class ReadsPolicy implements HttpSecurityPolicy {

    /** The values of the setting. */
    enum Policy {
        PERMIT,
        AUTHENTICATED
    }

    /** A page reads this before its user logs in. It has no data of the register. */
    private static final String OPEN = "/api/session";

    private final Policy policy;

    ReadsPolicy(@ConfigProperty(name = "depositary.reads.policy", defaultValue = "permit") Policy policy) {
        this.policy = policy;
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        if (!isClosed(request.normalizedPath())) {
            return CheckResult.permit();
        }
        return identity.map(caller -> {
            if (caller.isAnonymous()) {
                throw new UnauthorizedException("This installation requires a token for reads");
            }
            Long expires = caller.getAttribute(OidcUtils.QUARKUS_IDENTITY_EXPIRE_TIME);
            if (expires != null) {
                ReadAccess.setEnd(request, Instant.ofEpochSecond(expires));
            }
            return CheckResult.PERMIT;
        });
    }

    /** Whether a request for this path needs a token. */
    public boolean isClosed(String path) {
        return policy == Policy.AUTHENTICATED && isData(path) && !path.equals(OPEN);
    }

    private static boolean isData(String path) {
        return path.startsWith("/api/") || path.equals("/api") || path.startsWith("/graphql");
    }
}
