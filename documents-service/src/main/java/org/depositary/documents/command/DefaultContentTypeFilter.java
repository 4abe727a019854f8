package org.depositary.documents.command;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Sets the media type of a request body without one to {@code application/octet-stream} (RFC 9110, 8.3). Otherwise
 * JAX-RS would call the method with the most specific media type, which may not fit the body.
 */
@Singleton
class DefaultContentTypeFilter {

    private static final int PRIORITY = 1000;

    void register(@Observes Filters filters) {
        filters.register(DefaultContentTypeFilter::setDefault, PRIORITY);
    }

    private static void setDefault(RoutingContext context) {
        var request = context.request();
        if (request.method() == HttpMethod.POST
                && request.path().equals("/api/documents")
                && !request.headers().contains(HttpHeaders.CONTENT_TYPE)) {
            request.headers().set(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
        }
        context.next();
    }
}
