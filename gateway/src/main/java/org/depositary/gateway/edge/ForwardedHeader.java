package org.depositary.gateway.edge;

import io.vertx.core.MultiMap;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header in which proxies report the addresses of their clients. Each proxy appends one element. */
enum ForwardedHeader {
    X_FORWARDED_FOR("X-Forwarded-For") {
        @Override
        Optional<InetAddress> address(String element) {
            return node(element.strip());
        }
    },
    /** RFC 7239. Only the parameter {@code for} counts. */
    FORWARDED("Forwarded") {
        @Override
        Optional<InetAddress> address(String element) {
            var matcher = FOR.matcher(element);
            return matcher.find() ? node(matcher.group(1)) : Optional.empty();
        }
    };

    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*\"?([^\";,\\s]+)\"?");
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)\\](?::\\d+)?");
    private static final Pattern IPV4_AND_PORT = Pattern.compile("([\\d.]+):\\d+");

    private final String field;

    ForwardedHeader(String field) {
        this.field = field;
    }

    static ForwardedHeader named(String field) {
        for (var header : values()) {
            if (header.field.equalsIgnoreCase(field)) {
                return header;
            }
        }
        throw new IllegalArgumentException("'%s' is unknown. Use X-Forwarded-For or Forwarded".formatted(field));
    }

    /** The elements in their order: the nearest proxy wrote the last one. */
    List<String> elements(MultiMap headers) {
        var elements = new ArrayList<String>();
        headers.getAll(field).forEach(line -> elements.addAll(List.of(line.split(","))));
        return elements;
    }

    /** The address in one element. Empty if it is hidden, unknown, or no address. */
    abstract Optional<InetAddress> address(String element);

    /** Parses an address with or without a port. An IPv6 address with a port is in brackets. */
    private static Optional<InetAddress> node(String text) {
        var bracketed = BRACKETED.matcher(text);
        var withPort = IPV4_AND_PORT.matcher(text);
        return AddressRange.address(
                bracketed.matches() ? bracketed.group(1) : withPort.matches() ? withPort.group(1) : text);
    }
}
