package org.depositary.gateway.edge;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Identifies the client of a request: by its token or session if it has a valid one, else by its address. */
@ApplicationScoped
public class ClientIdentifier {

    private final ClientAddress addresses;

    ClientIdentifier(ClientAddress addresses) {
        this.addresses = addresses;
    }

    /** Must run after authentication. */
    public Client of(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                        && !user.getSecurityIdentity().isAnonymous()
                ? new Client.Authenticated(subject(user))
                : byAddress(context);
    }

    Client byAddress(RoutingContext context) {
        return Client.at(addresses.of(context.request()));
    }

    private static String subject(QuarkusHttpUser user) {
        var principal = user.getSecurityIdentity().getPrincipal();
        return principal instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : principal.getName();
    }
}
