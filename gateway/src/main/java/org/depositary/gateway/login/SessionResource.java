package org.depositary.gateway.login;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Tells a page who is logged in. Readable for everybody, also if reads are closed. */
@Path("/api/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
@RejectUnknownParameters
public class SessionResource {

    private final SecurityIdentity caller;
    private final CsrfTokens tokens;
    private final LoginSettings settings;

    /**
     * The caller of a request.
     *
     * @param subject the pseudonymous id that becomes the actor of events
     * @param expires when the token expires; that of a session is refreshed before
     */
    public record Session(
            boolean authenticated,
            Optional<String> subject,
            Optional<String> name,
            List<String> roles,
            Optional<Instant> expires,

            @Schema(description = "For header X-CSRF-Token of commands with the session cookie")
            Optional<String> csrfToken,

            @Schema(description = "Where a browser logs in; absent if it cannot")
            Optional<String> login) {}

    SessionResource(SecurityIdentity caller, CsrfTokens tokens, LoginSettings settings) {
        this.caller = caller;
        this.tokens = tokens;
        this.settings = settings;
    }

    @GET
    @Operation(summary = "Who sends this request, with which roles")
    @APIResponse(responseCode = "200", description = "The caller, and the CSRF token of a browser's session")
    @APIResponse(responseCode = "401", description = "The token is invalid, or the session has ended")
    public RestResponse<Session> session() {
        return RestResponse.ResponseBuilder.ok(caller.isAnonymous() ? anonymous() : known())
                .header("Cache-Control", "no-store")
                .build();
    }

    private Session anonymous() {
        return new Session(
                false, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), login());
    }

    private Session known() {
        var session = BrowserSession.of(caller);
        var subject = caller.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.getSubject())
                : Optional.<String>empty();
        Long expires = caller.getAttribute(OidcUtils.QUARKUS_IDENTITY_EXPIRE_TIME);
        return new Session(
                true,
                subject,
                session.flatMap(BrowserSession::name),
                caller.getRoles().stream().sorted().toList(),
                Optional.ofNullable(expires).map(Instant::ofEpochSecond),
                session.map(tokens::of),
                login());
    }

    private Optional<String> login() {
        return settings.isEnabled() ? Optional.of(BrowserTenant.LOGIN_PATH) : Optional.empty();
    }
}
