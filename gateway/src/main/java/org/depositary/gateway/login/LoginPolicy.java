package org.depositary.gateway.login;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends a browser without a session from {@code /login} to the provider. */
@ApplicationScoped
class LoginPolicy implements HttpSecurityPolicy {

    private final LoginSettings settings;

    LoginPolicy(LoginSettings settings) {
        this.settings = settings;
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        if (!settings.isEnabled() || !request.normalizedPath().equals(BrowserTenant.LOGIN_PATH)) {
            return CheckResult.permit();
        }
        return identity.map(caller -> caller.isAnonymous() ? CheckResult.DENY : CheckResult.PERMIT);
    }
}
