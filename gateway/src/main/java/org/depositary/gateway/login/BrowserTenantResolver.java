package org.depositary.gateway.login;

import io.quarkus.oidc.TenantResolver;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Decides how a request is authenticated: by its session cookie, or by its bearer token if it has an Authorization header. */
@ApplicationScoped
class BrowserTenantResolver implements TenantResolver {

    private final LoginSettings settings;

    BrowserTenantResolver(LoginSettings settings) {
        this.settings = settings;
    }

    @Override
    public String resolve(RoutingContext request) {
        return settings.isEnabled() && usesSession(request) ? BrowserTenant.ID : OidcUtils.DEFAULT_TENANT_ID;
    }

    private static boolean usesSession(RoutingContext request) {
        if (request.request().headers().contains("Authorization")) {
            return false;
        }
        var path = request.normalizedPath();
        return path.equals(BrowserTenant.LOGIN_PATH) || needsSession(path) && hasSession(request);
    }

    /** Pages and documentation ignore the cookie, so an expired session does not make them unreadable. */
    private static boolean needsSession(String path) {
        return path.startsWith("/api/")
                || path.startsWith("/graphql")
                || path.equals("/oembed")
                || path.startsWith(LogoutResource.PATH);
    }

    private static boolean hasSession(RoutingContext request) {
        return request.request().cookies().stream()
                .anyMatch(cookie -> cookie.getName().startsWith(BrowserTenant.SESSION_COOKIE));
    }
}
