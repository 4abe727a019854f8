package org.depositary.gateway.login;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.depositary.gateway.edge.PublicUrl;

/** Decides whether a page of this origin sent a request. Browsers say so in headers that a page cannot set. */
@ApplicationScoped
class OwnOrigin {

    private final PublicUrl publicUrl;

    OwnOrigin(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** False also if the request has neither Sec-Fetch-Site nor Origin: every browser sends one of them with a command. */
    boolean sent(HttpServerRequest request) {
        return sent(request.headers(), addressed(request));
    }

    /** @param addressed the origin to which the request was sent; used if the public URL is not set */
    boolean sent(MultiMap headers, String addressed) {
        var site = headers.get("Sec-Fetch-Site");
        return site != null
                ? site.equals("same-origin")
                : publicUrl.origin().orElse(addressed).equals(headers.get("Origin"));
    }

    /** The scheme and authority by which clients reach this gateway. */
    String of(HttpServerRequest request) {
        return publicUrl.origin().orElseGet(() -> addressed(request));
    }

    private static String addressed(HttpServerRequest request) {
        return request.scheme() + "://" + request.authority();
    }
}
