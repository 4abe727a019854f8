package org.depositary.gateway.graph.subscriptions;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Offers the one subprotocol, and limits the messages of clients. They are not compressed: a small frame could grow to a huge message in memory. */
@ApplicationScoped
class WebSocketOptions implements HttpServerOptionsCustomizer {

    private final int largestMessage;

    WebSocketOptions(SocketSettings settings) {
        this.largestMessage = Math.toIntExact(settings.largestMessage().asLongValue());
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        customize(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customize(options);
    }

    private void customize(HttpServerOptions options) {
        options.setWebSocketSubProtocols(List.of(GraphQlSocketRoute.SUBPROTOCOL))
                .setMaxWebSocketMessageSize(largestMessage)
                .setMaxWebSocketFrameSize(largestMessage)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false);
    }
}
