package org.depositary.gateway.edge;

import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/**
 * Lets pages of other origins read (CORS, Fetch Standard), and refuses their commands. It runs first, so that pages can
 * also read refusals.
 */
@ApplicationScoped
class CrossOriginRoute {

    private static final String READS = "GET, HEAD";
    /** GraphQL has no commands here, so a POST reads. */
    private static final String GRAPHQL = "/graphql";

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    /** The longest time that Chromium keeps the answer to a preflight request. */
    private static final String PREFLIGHT_SECONDS = "7200";

    /** For responses with credentials, where no wildcard is allowed. */
    private static final String EXPOSED = String.join(
            ", ",
            "Accept-Ranges",
            "Allow",
            "Content-Disposition",
            "Content-Range",
            "Depositary-Cursor",
            "Depositary-Rows",
            "Depositary-Version",
            "Deprecation",
            "ETag",
            "Link",
            "Location",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            "Sunset");

    private final AllowedOrigins origins;
    private final PublicUrl publicUrl;

    CrossOriginRoute(AllowedOrigins origins, PublicUrl publicUrl) {
        this.origins = origins;
        this.publicUrl = publicUrl;
    }

    void register(@Observes Router router) {
        router.route().order(-SecurityHandlerPriorities.CORS).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        var request = context.request();
        if (isPreflight(request)) {
            answerPreflight(context);
        } else if (isForeignCommand(context)) {
            Refusal.send(
                    context,
                    Problem.of(
                            ProblemType.FOREIGN_ORIGIN,
                            "This command was sent by a page of another origin: " + request.getHeader("Origin")));
        } else {
            if (SAFE.contains(request.method()) || isQuery(context)) {
                context.addHeadersEndHandler(
                        head -> allowReading(request, context.response().headers()));
            }
            context.next();
        }
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains("Origin")
                && request.headers().contains("Access-Control-Request-Method");
    }

    private void answerPreflight(RoutingContext context) {
        var headers = context.response().headers();
        allowOrigin(context.request(), headers);
        var methods = isQuery(context) ? READS + ", POST" : READS;
        headers.set("Access-Control-Allow-Methods", methods).set("Access-Control-Max-Age", PREFLIGHT_SECONDS);
        var asked = context.request().getHeader("Access-Control-Request-Headers");
        if (asked != null) {
            headers.set("Access-Control-Allow-Headers", asked);
        }
        context.response().setStatusCode(204).end();
    }

    private static boolean isQuery(RoutingContext context) {
        return context.normalizedPath().equals(GRAPHQL);
    }

    private void allowReading(HttpServerRequest request, MultiMap headers) {
        allowOrigin(request, headers);
        if (headers.contains("Access-Control-Allow-Credentials")) {
            headers.set("Access-Control-Expose-Headers", EXPOSED);
        } else if (origins.all()) {
            headers.set("Access-Control-Expose-Headers", "*");
        }
    }

    private void allowOrigin(HttpServerRequest request, MultiMap headers) {
        var origin = request.getHeader("Origin");
        if (origins.areListed()) {
            headers.add("Vary", "Origin");
        }
        if (origins.lists(origin)) {
            headers.set("Access-Control-Allow-Origin", origin).set("Access-Control-Allow-Credentials", "true");
        } else if (origins.all()) {
            headers.set("Access-Control-Allow-Origin", "*");
        }
    }

    /** Browsers send the header Origin with every command. A request without it does not come from a web page. */
    private boolean isForeignCommand(RoutingContext context) {
        var request = context.request();
        var origin = request.getHeader("Origin");
        return origin != null
                && !SAFE.contains(request.method())
                && context.normalizedPath().startsWith("/api/")
                && !publicUrl.isOwn(origin, request.getHeader("Host"));
    }
}
