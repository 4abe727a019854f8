package org.depositary.gateway.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** The client of a request. Request limits are counted per client. */
public sealed interface Client {

    /** @param subject the subject of a valid token or session */
    record Authenticated(String subject) implements Client {}

    /** @param network the IPv4 address, or the first 64 bits of the IPv6 address */
    record Anonymous(String network) implements Client {}

    /** Providers give each customer at least an IPv6 network of 64 bits, so addresses inside it are one client. */
    static Client at(InetAddress address) {
        return new Anonymous(
                address instanceof Inet6Address
                        ? HexFormat.of().formatHex(address.getAddress(), 0, 8)
                        : address.getHostAddress());
    }
}
