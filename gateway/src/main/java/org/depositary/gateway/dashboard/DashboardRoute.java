package org.depositary.gateway.dashboard;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.depositary.gateway.edge.PublicUrl;

/**
 * Serves one page at all paths of the dashboard; its scripts choose what it shows. Everybody may load the page, also where
 * reads need a token: it has no data of the register.
 */
@ApplicationScoped
class DashboardRoute {

    /** The paths that {@code shell/routes.ts} of the dashboard knows. */
    private static final String PAGES =
            "/|/organizations/[^/]+|/parties(?:/[^/]+)?|/exercises(?:/[^/]+)?|/compare|/documents(?:/[^/]+)?|/desk";

    /** Bare pages of one chart, which pages of other sites may show in frames. */
    private static final String EMBEDS =
            "/embed/(?:organizations|parties)/[^/]+/timeline|/embed/(?:organizations|exercises)/[^/]+/map"
                    + "|/embed/exercises/(?:map|matrix)";

    /** Pages with a chart that can be embedded. */
    private static final String CHARTED = "/(?:organizations|parties|exercises)/[^/]+|/exercises";

    private static final String BUNDLE = "/assets/*";

    /** A bundled file with the hash of its content in its name. In dev mode, some names have none. */
    private static final Pattern HASHED = Pattern.compile(".+-[A-Z0-9]{8}\\.[a-z0-9]+");

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** The page runs the scripts of this origin and no others: none in the page, none in data. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors ";

    /** Before the handler of static files, which serves "/" too and lets caches keep it for a day. */
    private static final int ORDER = -1;

    private final DashboardPage page;
    private final PublicUrl publicUrl;

    DashboardRoute(DashboardPage page, PublicUrl publicUrl) {
        this.page = page;
        this.publicUrl = publicUrl;
    }

    void register(@Observes Router router) {
        register(router, PAGES, "'none'");
        register(router, EMBEDS, "*");
        router.get("/index.html").order(ORDER).handler(context -> context.redirect("/"));
        router.route(BUNDLE).order(ORDER).handler(DashboardRoute::setCaching);
    }

    private void register(Router router, String paths, String framers) {
        router.routeWithRegex(paths)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(ORDER)
                .handler(context -> sendPage(context, framers));
    }

    /** @param framers the origins whose pages may show this one in a frame */
    private void sendPage(RoutingContext context, String framers) {
        var response = context.response();
        setHeaders(response.headers(), framers);
        if (context.normalizedPath().matches(CHARTED)) {
            response.putHeader("Link", oEmbedLink(context.request().uri()));
        }
        if (page.isIn(Optional.ofNullable(context.request().getHeader("If-None-Match")))) {
            response.setStatusCode(304).end();
        } else {
            response.end(page.html());
        }
    }

    /** By this link a system that knows oEmbed finds how to embed the chart of the page. */
    private String oEmbedLink(String uri) {
        var oEmbed = publicUrl.link("/oembed?url=" + URLEncoder.encode(uri, StandardCharsets.UTF_8));
        return "<%s>; rel=\"alternate\"; type=\"application/json+oembed\"".formatted(oEmbed);
    }

    private void setHeaders(MultiMap headers, String framers) {
        headers.set("Content-Type", "text/html; charset=utf-8")
                .set("Cache-Control", "no-cache")
                .set("ETag", page.tag())
                .set("Content-Security-Policy", POLICY + framers);
    }

    private static void setCaching(RoutingContext context) {
        context.addHeadersEndHandler(end -> {
            if (context.response().getStatusCode() == 200) {
                var caching = HASHED.matcher(context.normalizedPath()).matches() ? FOR_EVER : "no-cache";
                context.response().headers().set("Cache-Control", caching);
            }
        });
        context.next();
    }
}
