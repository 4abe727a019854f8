package org.depositary.gateway.login;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;

/** Prepares a request for a service, which knows bearer tokens only. */
public final class SessionForwarding {

    private SessionForwarding() {}

    /** Removes all cookies. A request with a session gets the session's access token instead. */
    public static void replaceCookies(RoutingContext request) {
        var headers = request.request().headers();
        headers.remove("Cookie").remove(CsrfPolicy.HEADER);
        if (request.user() instanceof QuarkusHttpUser caller) {
            BrowserSession.of(caller.getSecurityIdentity())
                    .ifPresent(session -> headers.set("Authorization", "Bearer " + session.accessToken()));
        }
    }
}
