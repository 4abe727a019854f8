package org.depositary.gateway.login;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The session of a browser that has logged in.
 *
 * @param accessToken the bearer token with which the gateway forwards the session's requests
 */
record BrowserSession(JsonWebToken idToken, String accessToken) {

    /** The session of the caller. Empty for anonymous callers and for those with a bearer token. */
    static Optional<BrowserSession> of(SecurityIdentity caller) {
        if (!BrowserTenant.ID.equals(caller.getAttribute(OidcUtils.TENANT_ID_ATTRIBUTE))) {
            return Optional.empty();
        }
        return Optional.of(new BrowserSession(
                (JsonWebToken) caller.getPrincipal(),
                caller.getCredential(AccessTokenCredential.class).getToken()));
    }

    /** An id that stays the same when tokens are refreshed: that of the provider's session, or the subject. */
    String id() {
        return Optional.<String>ofNullable(idToken.getClaim("sid")).orElseGet(idToken::getSubject);
    }

    /** The name of the person for a page. Empty if the provider does not give one. */
    Optional<String> name() {
        return Optional.<String>ofNullable(idToken.getClaim("name"))
                .or(() -> Optional.ofNullable(idToken.getClaim("preferred_username")));
    }
}
