package org.depositary.gateway.graph.subscriptions;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.gateway.security.ReadsPolicy;

/**
 * Decides who the client of a WebSocket is. Browsers cannot send a header with the handshake, so the message
 * connection_init may have the token.
 */
@ApplicationScoped
class SocketAuthentication {

    private static final String HEADER = "Authorization";

    private final ReadsPolicy policy;

    SocketAuthentication(ReadsPolicy policy) {
        this.policy = policy;
    }

    /**
     * Authenticates the client with the credentials of its first message, or else of the handshake. Later uses of the
     * handshake have this identity.
     *
     * @return fails if the credentials are invalid, or if reads need a token and there is none
     */
    Uni<Void> authenticate(RoutingContext handshake, Optional<String> authorization) {
        return Uni.createFrom()
                .deferred(() -> authorization
                        .map(credentials -> verify(handshake, credentials))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .invoke(() -> checkReadAccess(handshake));
    }

    private Uni<Void> verify(RoutingContext handshake, String credentials) {
        if (identity(handshake).isPresent()) {
            throw Problem.of(ProblemType.UNAUTHENTICATED, "The handshake and connection_init both have credentials");
        }
        handshake.request().headers().set(HEADER, credentials);
        HttpAuthenticator authenticator = handshake.get(HttpAuthenticator.class.getName());
        return authenticator
                .attemptAuthentication(handshake)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(ProblemType.UNAUTHENTICATED, "The credentials are no bearer token"))
                .invoke(identity -> QuarkusHttpUser.setIdentity(identity, handshake))
                .replaceWithVoid();
    }

    private void checkReadAccess(RoutingContext handshake) {
        if (policy.isClosed(handshake.normalizedPath()) && identity(handshake).isEmpty()) {
            throw Problem.of(ProblemType.UNAUTHENTICATED, "This installation requires a token for reads");
        }
    }

    /** When the token or session of the client expires. Empty without one. */
    Optional<Instant> end(RoutingContext handshake) {
        return identity(handshake)
                .map(caller -> caller.<Long>getAttribute(OidcUtils.QUARKUS_IDENTITY_EXPIRE_TIME))
                .map(Instant::ofEpochSecond);
    }

    private static Optional<SecurityIdentity> identity(RoutingContext handshake) {
        return handshake.user() instanceof QuarkusHttpUser user
                ? Optional.of(user.getSecurityIdentity()).filter(caller -> !caller.isAnonymous())
                : Optional.empty();
    }
}
