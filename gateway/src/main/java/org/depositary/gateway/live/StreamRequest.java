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

/** A request for a stream, before it begins. */
record StreamRequest(RoutingContext request, Context eventLoop, ChangeFilter filter, Optional<ResumePoint> since) {

    HttpServerResponse response() {
        return request.response();
    }

    /**
     * Closes the connection without waiting for what has not been read: from below Vert.x, whose own close would first
     * write all of it.
     */
    void cut() {
        ((ConnectionBase) request.request().connection())
                .channelHandlerContext()
                .close();
    }

    /** Where to read from the start what the stream would tell. */
    String snapshot() {
        var filters = request.queryParams().entries().stream()
                .filter(parameter -> !parameter.getKey().equals("since"))
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return filters.isEmpty() ? "/api/changes" : "/api/changes?" + filters;
    }
}
