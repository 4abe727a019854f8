package org.depositary.gateway.hooks.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.depositary.gateway.hooks.address.ReceiverAddresses;
import org.depositary.gateway.hooks.address.ReceiverUrl;
import org.depositary.gateway.hooks.address.RefusedAddress;
import org.depositary.gateway.hooks.store.AttemptOutcome;

/** Sends one request to a receiver and waits for its status. The address that was checked is the one that is connected to. */
@ApplicationScoped
public class WebhookSender {

    private static final int CONNECTIONS_PER_RECEIVER = 64;
    private static final int KEEP_ALIVE_SECONDS = 15;

    private final HttpClient client;
    private final ReceiverAddresses addresses;
    private final WebhookSettings settings;
    private final WebhookClock clock;
    private final Semaphore permits;

    WebhookSender(Vertx vertx, ReceiverAddresses addresses, WebhookSettings settings, WebhookClock clock) {
        this.addresses = addresses;
        this.settings = settings;
        this.clock = clock;
        this.permits = new Semaphore(settings.concurrency(), true);
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS_PER_RECEIVER)
                .setConnectTimeout(Math.toIntExact(settings.timeout().toMillis()))
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS));
    }

    void stop(@Observes ShutdownEvent stopping) {
        client.close();
    }

    /** Never throws for what a receiver does. Does not follow redirects. */
    AttemptOutcome send(WebhookRequest request) throws InterruptedException {
        permits.acquire();
        try {
            var start = System.nanoTime();
            var at = clock.instant();
            try {
                var url = ReceiverUrl.parse(request.url(), true);
                var address = address(url, request.attempt());
                var left = settings.timeout().minusNanos(System.nanoTime() - start);
                return exchange(url, address).outcome(request, at, left);
            } catch (RefusedAddress refused) {
                return new AttemptOutcome(
                        at, millisSince(start), Optional.empty(), Optional.of(refused.getMessage()), Optional.empty());
            }
        } finally {
            permits.release();
        }
    }

    /** If the host has several addresses, each attempt takes the next one. */
    private InetAddress address(ReceiverUrl url, int attempt) throws RefusedAddress, InterruptedException {
        var found = addresses.find(url.host(), settings.timeout().dividedBy(2));
        return found.get(attempt % found.size());
    }

    private HttpExchange exchange(ReceiverUrl url, InetAddress address) {
        // The host goes into the Host header, the TLS server name and the check of the certificate; the server is where
        // it
        // connects to.
        return new HttpExchange(
                client,
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setHost(url.uri().getHost())
                        .setPort(url.port())
                        .setSsl(url.isHttps())
                        .setURI(url.target())
                        .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, url.port()))));
    }

    private static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
