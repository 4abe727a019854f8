package org.depositary.gateway.dashboard;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Serves one page at all paths of the dashboard; its scripts choose what it shows. Everybody may load the page, also where
 * reads need a token: it has no data of the register.
 */
@ApplicationScoped
class DashboardRoute {

    /** The paths that {@code shell/routes.ts} of the dashboard knows. */
    private static final String PAGES =
            "/|/organizations/[^/]+|/parties(?:/[^/]+)?|/exercises(?:/.*)?|/compare|/documents(?:/.*)?|/desk(?:/.*)?";

    private static final String BUNDLE = "/assets/*";

    /** The name of a bundled file has the hash of its content. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** The page runs the scripts of this origin and no others: none in the page, none in data. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Before the handler of static files, which serves "/" too and lets caches keep it for a day. */
    private static final int ORDER = -1;

    private final DashboardPage page;

    DashboardRoute(DashboardPage page) {
        this.page = page;
    }

    void register(@Observes Router router) {
        router.routeWithRegex(PAGES)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(ORDER)
                .handler(this::sendPage);
        router.route(BUNDLE).order(ORDER).handler(DashboardRoute::keepForEver);
    }

    private void sendPage(RoutingContext context) {
        var response = context.response();
        setHeaders(response.headers());
        if (page.isTag(context.request().getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
        } else {
            response.end(page.html());
        }
    }

    private void setHeaders(MultiMap headers) {
        headers.set("Content-Type", "text/html; charset=utf-8")
                .set("Cache-Control", "no-cache")
                .set("ETag", page.tag())
                .set("Content-Security-Policy", POLICY);
    }

    private static void keepForEver(RoutingContext context) {
        context.addHeadersEndHandler(end -> {
            if (context.response().getStatusCode() == 200) {
                context.response().headers().set("Cache-Control", FOR_EVER);
            }
        });
        context.next();
    }
}
