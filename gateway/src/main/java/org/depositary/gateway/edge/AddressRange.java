package org.depositary.gateway.edge;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * A range of IP addresses in CIDR notation (RFC 4632, RFC 4291): {@code 10.0.0.0/8}, {@code fd00::/8}, or one address.
 *
 * @param network any address of the range
 * @param bits the number of leading bits that all addresses of the range share
 */
public record AddressRange(InetAddress network, int bits) {

    /** @throws IllegalArgumentException if the text is not a valid address or CIDR range */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        var network = address(slash < 0 ? text : text.substring(0, slash)).orElseThrow(() -> invalid(text));
        int length = network.getAddress().length * Byte.SIZE;
        try {
            int bits = slash < 0 ? length : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > length) {
                throw invalid(text);
            }
            return new AddressRange(network, bits);
        } catch (NumberFormatException e) {
            throw invalid(text);
        }
    }

    /** Parses an IP address without asking DNS. An IPv4 address inside IPv6 ({@code ::ffff:1.2.3.4}) becomes IPv4. */
    static Optional<InetAddress> address(String literal) {
        int zone = literal.indexOf('%');
        var bytes = NetUtil.createByteArrayFromIpAddressString(zone < 0 ? literal : literal.substring(0, zone));
        try {
            return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Netty's IpSubnetFilterRule would do this too, but 4.1.133 takes {@code fe80::1} for an address of {@code 2000::/3}. */
    public boolean contains(InetAddress address) {
        return address.getAddress().length == network.getAddress().length
                && prefix(address).equals(prefix(network));
    }

    private BigInteger prefix(InetAddress address) {
        var bytes = address.getAddress();
        return new BigInteger(1, bytes).shiftRight(bytes.length * Byte.SIZE - bits);
    }

    private static IllegalArgumentException invalid(String text) {
        return new IllegalArgumentException("'%s' is not a range of IP addresses, such as 10.0.0.0/8".formatted(text));
    }
}
