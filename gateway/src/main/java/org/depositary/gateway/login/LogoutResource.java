package org.depositary.gateway.login;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcSession;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** Ends the session of a browser. */
@Path(LogoutResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
public class LogoutResource {

    static final String PATH = "/logout";

    private static final Logger LOG = Logger.getLogger(LogoutResource.class);

    private final SecurityIdentity caller;
    private final OidcSession session;
    private final TenantConfigBean tenants;
    private final OwnOrigin origin;

    /** @param location where the browser ends its session with the OpenID provider, if it wants to */
    public record LoggedOut(
            @Schema(description = "Open this URL to log out of the OpenID provider too")
            Optional<String> location) {}

    LogoutResource(SecurityIdentity caller, OidcSession session, TenantConfigBean tenants, OwnOrigin origin) {
        this.caller = caller;
        this.session = session;
        this.tenants = tenants;
        this.origin = origin;
    }

    @POST
    @Operation(
            summary = "Log a browser out",
            description =
                    "Deletes the session cookie and revokes its refresh token, so that no copy of the cookie can be used "
                            + "after the end of its access token. Needs the CSRF token. Without a session, it does nothing.")
    @APIResponse(responseCode = "200", description = "Logged out")
    @APIResponse(responseCode = "403", description = "The CSRF token is missing")
    public Uni<RestResponse<LoggedOut>> logout(@Context RoutingContext request) {
        return BrowserSession.of(caller)
                .map(open ->
                        revoke(request).chain(session::logout).replaceWith(() -> answer(providerLogout(open, request))))
                .orElseGet(() -> Uni.createFrom().item(answer(Optional.empty())));
    }

    private static RestResponse<LoggedOut> answer(Optional<String> location) {
        return RestResponse.ResponseBuilder.ok(new LoggedOut(location))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** The session ends here even if the provider cannot be reached. */
    private Uni<Boolean> revoke(RoutingContext request) {
        AuthorizationCodeTokens tokens = request.get(AuthorizationCodeTokens.class.getName());
        return tenants.getStaticTenant(BrowserTenant.ID)
                .getOidcProviderClient()
                .revokeRefreshToken(tokens.getRefreshToken())
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("A refresh token was not revoked: %s", failure.getMessage());
                    return false;
                });
    }

    /** The end of the session at the provider (OpenID Connect RP-Initiated Logout 1.0). */
    private Optional<String> providerLogout(BrowserSession open, RoutingContext request) {
        return Optional.ofNullable(tenants.getStaticTenant(BrowserTenant.ID)
                        .getOidcMetadata()
                        .getEndSessionUri())
                .map(end -> "%s?id_token_hint=%s&post_logout_redirect_uri=%s"
                        .formatted(
                                end,
                                encoded(open.idToken().getRawToken()),
                                encoded(origin.of(request.request()) + "/")));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
