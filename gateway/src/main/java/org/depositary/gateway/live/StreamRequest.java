package org.depositary.gateway.live;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.depositary.gateway.log.ChangeFilter;

record StreamRequest(RoutingContext request, Context eventLoop, ChangeFilter filter, Optional<ResumePoint> since) {

    HttpServerResponse response() {
        return request.response();
    }

    /**
     * Closes the connection at once. Closes the Netty channel, because Vert.x would first write all buffered bytes,
     * and a client that does not read would block that.
     */
    void disconnect() {
        ((ConnectionBase) request.request().connection())
                .channelHandlerContext()
                .close();
    }

    /** The URL where a client reads the same changes in pages, from the beginning. */
    String snapshot() {
        var filters = request.queryParams().entries().stream()
                .filter(parameter -> !parameter.getKey().equals("since"))
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return filters.isEmpty() ? "/api/changes" : "/api/changes?" + filters;
    }
}
