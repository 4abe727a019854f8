package org.depositary.gateway.route;

import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;

import java.util.List;
import java.util.Set;
import org.depositary.eventsourcing.http.CommandOpenApi;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Describes who may send each operation. An operation with a role needs a bearer token or a browser's session that has this role
 * or a higher one. A read needs neither, unless the installation has closed reads.
 */
final class OpenApiSecurityDescriber {

    /** The extension with the role that an operation needs. A higher role is sufficient too. */
    static final String ROLE = "x-required-role";

    /** Queries are reads by every method, and need no CSRF token. */
    private static final String QUERIES = "/graphql";

    private static final String SESSION = "session";
    private static final String CSRF = "csrf";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private OpenApiSecurityDescriber() {}

    static void in(OpenAPI api) {
        api.getComponents()
                .addSecurityScheme(
                        CommandOpenApi.BEARER,
                        CommandOpenApi.bearer()
                                .description("A token of the OpenID provider. Its roles are in the claim groups."))
                .addSecurityScheme(
                        SESSION,
                        key(
                                SecurityScheme.In.COOKIE,
                                "q_session_browser",
                                "The session of a browser. GET /login starts one."))
                .addSecurityScheme(
                        CSRF, key(SecurityScheme.In.HEADER, "X-CSRF-Token", "The csrfToken of GET /api/session"));
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> describe(path, method, operation)));
    }

    private static void describe(String path, HttpMethod method, Operation operation) {
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            var roles = operation.getSecurity().getFirst().getScheme(CommandOpenApi.BEARER);
            roles.stream().findFirst().ifPresent(role -> operation.addExtension(ROLE, role));
            operation.security(List.of(bearer(), session(method)));
        } else if (path.startsWith(QUERIES)) {
            operation.security(List.of(createSecurityRequirement(), bearer(), session(HttpMethod.GET)));
        } else if (path.startsWith("/api/") || !SAFE.contains(method)) {
            operation.security(List.of(createSecurityRequirement(), bearer(), session(method)));
        } else {
            operation.security(List.of(createSecurityRequirement()));
        }
    }

    private static SecurityRequirement bearer() {
        return createSecurityRequirement().addScheme(CommandOpenApi.BEARER);
    }

    private static SecurityRequirement session(HttpMethod method) {
        var session = createSecurityRequirement().addScheme(SESSION);
        return SAFE.contains(method) ? session : session.addScheme(CSRF);
    }

    private static SecurityScheme key(SecurityScheme.In place, String name, String description) {
        return createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(place)
                .name(name)
                .description(description);
    }
}
