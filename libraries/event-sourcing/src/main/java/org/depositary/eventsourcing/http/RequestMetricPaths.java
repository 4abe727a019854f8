package org.depositary.eventsourcing.http;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpClientMetricsTagsContributor;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives the metrics of HTTP requests, received and sent, the path template of the OpenAPI document as tag {@code uri}.
 * All paths that the document does not describe share one tag. So the number of time series has a limit.
 *
 * <p>Quarkus itself knows the template only after a JAX-RS resource was chosen. It does not know it for a forwarded
 * request, nor for one that is refused earlier.
 */
@ApplicationScoped
public class RequestMetricPaths implements HttpClientMetricsTagsContributor {

    public static final String UNKNOWN = "/{unknown}";

    private final OpenApiPaths paths;
    private final Set<String> undescribed;

    RequestMetricPaths(
            OpenApiPaths paths,
            @ConfigProperty(name = "quarkus.smallrye-openapi.path", defaultValue = "/openapi") String openApi) {
        this.paths = paths;
        this.undescribed = Set.of("/", openApi);
    }

    void register(@Observes Router router) {
        // Runs before all other handlers, because each of them may refuse a request.
        router.route().order(Integer.MIN_VALUE).handler(this::tag);
    }

    private void tag(RoutingContext context) {
        var metric = HttpRequestMetric.getRequestMetric(context);
        if (metric != null) {
            metric.setTemplatePath(template(context.request().path()));
        }
        context.next();
    }

    @Override
    public Tags contribute(Context context) {
        var uri = context.request().uri();
        int query = uri.indexOf('?');
        return Tags.of("uri", template(query < 0 ? uri : uri.substring(0, query)));
    }

    private String template(String path) {
        return undescribed.contains(path) ? path : paths.template(path).orElse(UNKNOWN);
    }
}
