package org.depositary.gateway.login;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Redirects to the provider only at {@code /login}. All other requests without a valid session get status 401. */
@ApplicationScoped
class RedirectOnlyAtLogin implements JavaScriptRequestChecker {

    @Override
    public boolean isJavaScriptRequest(RoutingContext request) {
        return !request.normalizedPath().equals(BrowserTenant.LOGIN_PATH);
    }
}
