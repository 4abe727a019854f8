package org.depositary.gateway.security;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Implements setting {@code depositary.reads.policy}. {@code permit}: anyone may read. {@code authenticated}: every
 * request for data needs a token, also streams and requests that a service answers. A feed can also have a secret in its
 * address.
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
    private final SecretUrls secretUrls;

    ReadsPolicy(
            @ConfigProperty(name = "depositary.reads.policy", defaultValue = "permit") Policy policy,
            SecretUrls secretUrls) {
        this.policy = policy;
        this.secretUrls = secretUrls;
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        if (!isClosed(request.normalizedPath())) {
            return CheckResult.permit();
        }
        return identity.flatMap(caller -> caller.isAnonymous() && hasSecret(request)
                ? context.runBlocking(request, identity, (asked, nobody) -> checkSecret(asked))
                : Uni.createFrom().item(() -> checkToken(request, caller)));
    }

    private static CheckResult checkToken(RoutingContext request, SecurityIdentity caller) {
        if (caller.isAnonymous()) {
            throw new UnauthorizedException("This installation requires a token for reads");
        }
        Long expires = caller.getAttribute(OidcUtils.QUARKUS_IDENTITY_EXPIRE_TIME);
        if (expires != null) {
            ReadAccess.setEnd(request, Instant.ofEpochSecond(expires));
        }
        return CheckResult.PERMIT;
    }

    private boolean hasSecret(RoutingContext request) {
        return secretUrls.concern(request.normalizedPath()) && secret(request) != null;
    }

    private CheckResult checkSecret(RoutingContext request) {
        try {
            if (secretUrls.isKnown(secret(request))) {
                return CheckResult.PERMIT;
            }
        } catch (SQLException unavailable) {
            // Thrown as a problem, because a log line about another failure would have the address with the secret.
            throw Problem.of(ProblemType.UNAVAILABLE, "The key cannot be checked at the moment");
        }
        throw new UnauthorizedException("The key of this address was revoked, or never existed");
    }

    private static String secret(RoutingContext request) {
        return request.request().getParam(SecretUrls.PARAMETER);
    }

    /** Whether a request for this path needs a token. */
    public boolean isClosed(String path) {
        return policy == Policy.AUTHENTICATED && isData(path) && !path.equals(OPEN);
    }

    private static boolean isData(String path) {
        return path.startsWith("/api/")
                || path.equals("/api")
                || path.startsWith("/graphql")
                || path.startsWith("/oembed");
    }
}
