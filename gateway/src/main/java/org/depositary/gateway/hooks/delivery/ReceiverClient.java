package org.depositary.gateway.hooks.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.depositary.gateway.hooks.address.ReceiverUrl;

/** The HTTP client of webhooks. It verifies the certificate of a receiver against the host of its URL. */
@ApplicationScoped
class ReceiverClient {

    private static final String TLS = "webhooks";
    private static final int CONNECTIONS_PER_RECEIVER = 64;
    private static final int KEEP_ALIVE_SECONDS = 15;

    private final HttpClient client;

    /** The event loop of all connections, as {@link HttpExchange} needs it. */
    private final Context eventLoop;

    @Inject
    ReceiverClient(Vertx vertx, WebhookSettings settings, TlsConfigurationRegistry tls) {
        this(vertx, settings, tls.get(TLS));
    }

    /** @param tls the trusted certificates; by default those of Java */
    ReceiverClient(Vertx vertx, WebhookSettings settings, Optional<TlsConfiguration> tls) {
        var options = new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS_PER_RECEIVER)
                .setConnectTimeout(Math.toIntExact(settings.timeout().toMillis()))
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
        tls.ifPresent(configuration -> TlsConfigUtils.configure(options, configuration));
        this.client = vertx.createHttpClient(options);
        this.eventLoop = ((VertxInternal) vertx).createEventLoopContext();
    }

    void stop(@Observes ShutdownEvent stopping) {
        client.close();
    }

    /** The host goes into the Host header, the TLS server name and the check of the certificate; the connection to the address. */
    HttpExchange exchange(ReceiverUrl url, InetAddress address) {
        return new HttpExchange(
                eventLoop,
                client,
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setHost(url.uri().getHost())
                        .setPort(url.port())
                        .setSsl(url.isHttps())
                        .setURI(url.target())
                        .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, url.port()))));
    }
}
