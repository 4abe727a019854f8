package org.depositary.gateway.hooks.address;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Resolves the host of a receiver and checks all its addresses. The caller must connect to one of the result. A lookup occupies
 * no thread, so any number of them can wait for a name server.
 */
@ApplicationScoped
public class ReceiverAddresses {

    private static final int DNS_PORT = 53;
    private static final Duration UNTIL_NEXT_SERVER = Duration.ofSeconds(2);

    /** The time to live that a name server gives can be days. */
    private static final int LONGEST_CACHED_SECONDS = 30;

    private final AddressSettings settings;
    private final EventLoopGroup eventLoop = new NioEventLoopGroup(1, new DefaultThreadFactory("webhook-dns", true));

    private final DnsNameResolver resolver;

    public ReceiverAddresses(AddressSettings settings) {
        this.settings = settings;
        var builder = new DnsNameResolverBuilder(eventLoop.next())
                .datagramChannelType(NioDatagramChannel.class)
                .socketChannelType(NioSocketChannel.class)
                .ttl(0, LONGEST_CACHED_SECONDS)
                .queryTimeoutMillis(UNTIL_NEXT_SERVER.toMillis())
                .completeOncePreferredResolved(false);
        settings.nameServers()
                .map(servers ->
                        servers.stream().map(ReceiverAddresses::nameServer).toArray(InetSocketAddress[]::new))
                .map(SequentialDnsServerAddressStreamProvider::new)
                .ifPresent(builder::nameServerProvider);
        this.resolver = builder.build();
    }

    private static InetSocketAddress nameServer(String text) {
        var server = HostAndPort.parseAuthority(text, DNS_PORT);
        if (server == null) {
            throw new IllegalArgumentException(
                    "depositary.webhooks.name-servers: '%s' is not an address, such as 192.0.2.1:53".formatted(text));
        }
        return new InetSocketAddress(server.host(), server.port());
    }

    void stop(@Observes ShutdownEvent stopping) {
        close();
    }

    public void close() {
        resolver.close();
        eventLoop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }

    /**
     * The addresses of the host, at least one.
     *
     * @throws RefusedAddress if the host is unknown, if a lookup takes longer than the limit, or if one of the addresses is not
     *     public and private ones are not allowed
     */
    public List<InetAddress> find(String host, Duration limit) throws RefusedAddress, InterruptedException {
        var addresses = resolve(host, limit);
        if (!isAllowed(addresses)) {
            throw new RefusedAddress("%s has an address that is not public".formatted(host));
        }
        return addresses;
    }

    /** Whether the host has an address to which nothing may be sent. False if it cannot be resolved now. */
    public boolean isRefused(String host, Duration limit) throws InterruptedException {
        try {
            return !isAllowed(resolve(host, limit));
        } catch (RefusedAddress unresolved) {
            return false;
        }
    }

    private boolean isAllowed(List<InetAddress> found) {
        return settings.allowPrivate() || found.stream().allMatch(AddressRule::isPublic);
    }

    private List<InetAddress> resolve(String host, Duration limit) throws RefusedAddress, InterruptedException {
        var lookup = resolver.resolveAll(host);
        try {
            return completed(lookup).get(limit.toMillis(), TimeUnit.MILLISECONDS).stream()
                    .map(ReceiverAddresses::withoutName)
                    .toList();
        } catch (ExecutionException failure) {
            throw new RefusedAddress("The name %s cannot be resolved".formatted(host));
        } catch (TimeoutException failure) {
            lookup.cancel(false);
            throw new RefusedAddress("The name %s was not resolved within %d ms".formatted(host, limit.toMillis()));
        }
    }

    /** Netty's own future would block the carrier of a virtual thread that waits, on Java 21. */
    private static CompletableFuture<List<InetAddress>> completed(Future<List<InetAddress>> lookup) {
        var result = new CompletableFuture<List<InetAddress>>();
        lookup.addListener((Future<List<InetAddress>> done) -> {
            if (done.isSuccess()) {
                result.complete(done.getNow());
            } else {
                result.completeExceptionally(done.cause());
            }
        });
        return result;
    }

    /** An address without its name cannot be resolved a second time, to another result. */
    private static InetAddress withoutName(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
