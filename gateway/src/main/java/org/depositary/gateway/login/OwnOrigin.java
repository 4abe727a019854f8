package org.depositary.gateway.login;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Decides whether a page of this origin sent a request. Browsers say so in headers that a page cannot set. */
@ApplicationScoped
class OwnOrigin {

    private final LoginSettings settings;

    OwnOrigin(LoginSettings settings) {
        this.settings = settings;
    }

    /** False also if the request has neither Sec-Fetch-Site nor Origin: every browser sends one of them with a command. */
    boolean sent(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site != null ? site.equals("same-origin") : of(request).equals(request.getHeader("Origin"));
    }

    /** The scheme and authority by which clients reach this gateway. */
    String of(HttpServerRequest request) {
        return settings.publicOrigin().orElseGet(() -> request.scheme() + "://" + request.authority());
    }
}
