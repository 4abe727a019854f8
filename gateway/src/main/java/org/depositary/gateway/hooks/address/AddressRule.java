package org.depositary.gateway.hooks.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.depositary.gateway.edge.AddressRange;

/**
 * Refuses addresses that are not public. A webhook could otherwise make the gateway send requests to servers that only the
 * gateway can reach.
 */
final class AddressRule {

    /** All ranges of the IANA registry for special IPv4 addresses that are not globally reachable, and multicast. */
    private static final List<AddressRange> PRIVATE = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** All global unicast addresses of IPv6. Every other range is local, multicast, reserved, or has IPv4 addresses inside. */
    private static final AddressRange GLOBAL = AddressRange.parse("2000::/3");

    /** Ranges in it that are special: protocols (with Teredo), documentation, and 6to4, which has IPv4 addresses inside. */
    private static final List<AddressRange> SPECIAL = ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private AddressRule() {}

    static boolean isPublic(InetAddress address) {
        return address instanceof Inet6Address
                ? GLOBAL.contains(address) && isOutside(SPECIAL, address)
                : isOutside(PRIVATE, address);
    }

    private static boolean isOutside(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().noneMatch(range -> range.contains(address));
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::parse).toList();
    }
}
