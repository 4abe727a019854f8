package org.depositary.gateway.route;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.TreeSet;

/** Lists the routes of the running gateway for reads that are no JAX-RS resources: of {@code /api}, and GraphQL. */
@ApplicationScoped
public class VertxRoutes {

    private Router router;

    void observe(@Observes Router router) {
        this.router = router;
    }

    /** Returns them as the OpenAPI document has them, so without HEAD. */
    Set<String> described() {
        var routes = new TreeSet<String>();
        for (var route : router.getRoutes()) {
            if (route.isExactPath()
                    && route.getPath() != null
                    && (route.getPath().startsWith("/api/") || route.getPath().startsWith("/graphql"))) {
                route.methods().stream()
                        .filter(method -> !method.equals(HttpMethod.HEAD))
                        .forEach(method -> routes.add(method + " " + route.getPath()));
            }
        }
        return routes;
    }
}
