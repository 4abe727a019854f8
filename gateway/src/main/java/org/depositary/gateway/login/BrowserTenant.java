package org.depositary.gateway.login;

import static io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType.WEB_APP;
import static io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite.LAX;
import static io.quarkus.oidc.runtime.OidcTenantConfig.Roles.Source.accesstoken;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.depositary.gateway.edge.PublicUrl;

/**
 * The OIDC tenant of requests with a session cookie. It takes the provider's address and its limits from the default tenant,
 * which verifies bearer tokens.
 */
@ApplicationScoped
class BrowserTenant {

    static final String ID = "browser";

    /** The name of the session cookie, or the start of the names if it is longer than one cookie can be. */
    static final String SESSION_COOKIE = "q_session_" + ID;

    static final String LOGIN_PATH = "/login";

    /** A token is refreshed this long before it expires, so that a forwarded command does not meet its end. */
    private static final Duration REFRESH_BEFORE_END = Duration.ofSeconds(30);

    private final LoginSettings settings;
    private final PublicUrl publicUrl;
    private final OidcConfig oidcConfig;

    BrowserTenant(LoginSettings settings, PublicUrl publicUrl, OidcConfig oidcConfig) {
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.oidcConfig = oidcConfig;
    }

    void create(@Observes Oidc oidc) {
        if (settings.isEnabled()) {
            oidc.create(config());
        }
    }

    private OidcTenantConfig config() {
        var bearer = OidcConfig.getDefaultTenant(oidcConfig);
        if (bearer.authServerUrl().isEmpty()) {
            throw new IllegalStateException(
                    "The browser login needs an OpenID provider: set QUARKUS_OIDC_AUTH_SERVER_URL");
        }
        return OidcTenantConfig.builder(bearer)
                .tenantId(ID)
                .applicationType(WEB_APP)
                .clientId(settings.clientId())
                .credentials(settings.clientSecret())
                .roles(accesstoken)
                .token()
                .audience(audiences(bearer))
                .refreshExpired()
                .refreshTokenTimeSkew(REFRESH_BEFORE_END)
                .end()
                .authentication()
                .redirectPath(publicUrl.link(LOGIN_PATH))
                // Keeps the parameter next of /login.
                .restorePathAfterRedirect()
                .pkceRequired()
                .nonceRequired()
                .verifyAccessToken()
                // The provider's redirect to /login is a navigation from another site, which a strict cookie does not
                // survive.
                .cookieSameSite(LAX)
                .cookieForceSecure(publicUrl.isHttps())
                .sessionAgeExtension(settings.idleLimit())
                .javaScriptAutoRedirect(false)
                .end()
                .build();
    }

    /** The client is the audience of ID tokens; the installation is that of access tokens. */
    private List<String> audiences(io.quarkus.oidc.runtime.OidcTenantConfig bearer) {
        var audiences = new ArrayList<>(bearer.token().audience().orElse(List.of()));
        audiences.add(settings.clientId());
        return audiences;
    }
}
