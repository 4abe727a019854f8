package org.depositary.gateway.login;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/** Refuses WebSockets that a page of another origin opens with the session of its user (cross-site WebSocket hijacking). */
@ApplicationScoped
public class SessionOriginCheck {

    private final OwnOrigin origin;

    SessionOriginCheck(OwnOrigin origin) {
        this.origin = origin;
    }

    /**
     * Must run after authentication.
     *
     * @throws Problem if the caller has a session, and the request does not come from a page of this origin
     */
    public void check(RoutingContext handshake) {
        if (handshake.user() instanceof QuarkusHttpUser caller
                && BrowserSession.of(caller.getSecurityIdentity()).isPresent()
                && !origin.sent(handshake.request())) {
            throw Problem.of(
                    ProblemType.CSRF,
                    "A page of another origin opened this WebSocket with the session of its user. Send a token instead");
        }
    }
}
