package org.depositary.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds the IP address of a client. Without trusted proxies it is the peer of the connection. A trusted proxy adds the
 * address of its client to a header. The right-most address that does not belong to a trusted proxy is the client: a client
 * can write anything to the left of it.
 */
@ApplicationScoped
class ClientAddress {

    private static final InetAddress NO_ADDRESS =
            AddressRange.address("0.0.0.0").orElseThrow();

    private final List<AddressRange> trustedProxies;
    private final ForwardedHeader header;

    ClientAddress(
            @ConfigProperty(name = "depositary.trusted-proxies") Optional<List<String>> trustedProxies,
            @ConfigProperty(name = "depositary.forwarded-header", defaultValue = "X-Forwarded-For") String header) {
        this.trustedProxies = trustedProxies.orElse(List.of()).stream()
                .map(String::strip)
                .map(AddressRange::parse)
                .toList();
        this.header = ForwardedHeader.named(header);
    }

    InetAddress of(HttpServerRequest request) {
        // A closed connection has no remote address. The response is then never sent.
        var peer = Optional.ofNullable(request.remoteAddress())
                .flatMap(remote -> AddressRange.address(remote.hostAddress()))
                .orElse(NO_ADDRESS);
        return of(peer, request.headers());
    }

    InetAddress of(InetAddress peer, MultiMap headers) {
        return isTrusted(peer) ? reported(header.elements(headers), peer) : peer;
    }

    private InetAddress reported(List<String> elements, InetAddress peer) {
        var client = peer;
        for (var element : elements.reversed()) {
            var address = header.address(element);
            if (address.isEmpty()) {
                return client;
            }
            client = address.get();
            if (!isTrusted(client)) {
                return client;
            }
        }
        return client;
    }

    private boolean isTrusted(InetAddress address) {
        return trustedProxies.stream().anyMatch(range -> range.contains(address));
    }
}
