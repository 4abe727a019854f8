package org.depositary.gateway.login;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.edge.PublicUrl;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Where a browser logs in. {@link LoginPolicy} has sent callers without a session to the provider. */
@Path(BrowserTenant.LOGIN_PATH)
@Tag(name = "Sessions")
public class LoginResource {

    private static final int LONGEST = 2_000;

    private final LoginSettings settings;
    private final SecurityIdentity caller;
    private final PublicUrl publicUrl;

    LoginResource(LoginSettings settings, SecurityIdentity caller, PublicUrl publicUrl) {
        this.settings = settings;
        this.caller = caller;
        this.publicUrl = publicUrl;
    }

    @GET
    @Operation(
            summary = "Log a browser in",
            description = "Redirects to the OpenID provider, and after the login to `next`. The session is a cookie.")
    @APIResponse(
            responseCode = "302",
            description = "To the OpenID provider",
            headers =
                    @Header(
                            name = "Location",
                            description = "Its URL",
                            schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "303",
            description = "Logged in",
            headers =
                    @Header(
                            name = "Location",
                            description = "The page `next`",
                            schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "400", description = "`next` is not a path of this origin")
    @APIResponse(responseCode = "404", description = "This installation has no browser login")
    @APIResponse(responseCode = "503", description = "The OpenID provider cannot be reached")
    @APIResponse(
            responseCode = "default",
            description = "Every other status is a refusal",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @RejectUnknownParameters
    public Response login(
            @Parameter(description = "Path of the page to return to. Default: /") @RestQuery Optional<String> next) {
        if (!settings.isEnabled()) {
            throw Problem.notFound("This installation has no browser login. Send a bearer token instead");
        }
        var page = next.orElse("/");
        if (!isLocal(page)) {
            throw InvalidParameterProblem.of("next", "must be a path of this origin, such as /api/session");
        }
        // The scheme and host of the request may be those of a proxy.
        return Response.seeOther(URI.create(publicUrl.link(caller.isAnonymous() ? BrowserTenant.LOGIN_PATH : page)))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Browsers read a backslash as a slash, and two slashes as the start of another host. */
    private static boolean isLocal(String page) {
        return page.length() <= LONGEST && page.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\\"<>^`{|}]]*") && isUri(page);
    }

    private static boolean isUri(String page) {
        try {
            return URI.create(page).getAuthority() == null;
        } catch (IllegalArgumentException invalid) {
            return false;
        }
    }
}
