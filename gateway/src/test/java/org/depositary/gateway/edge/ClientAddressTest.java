package org.depositary.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    private static final ClientAddress NO_PROXY = new ClientAddress(Optional.empty(), "X-Forwarded-For");
    private static final ClientAddress PROXIES =
            new ClientAddress(Optional.of(List.of("10.0.0.0/8", " 192.0.2.7", "fd00::/8")), "X-Forwarded-For");
    private static final ClientAddress RFC_7239 = new ClientAddress(Optional.of(List.of("10.0.0.0/8")), "Forwarded");

    private static String client(ClientAddress addresses, String peer, MultiMap headers) {
        return addresses.of(AddressRange.address(peer).orElseThrow(), headers).getHostAddress();
    }

    private static MultiMap headers() {
        return MultiMap.caseInsensitiveMultiMap();
    }

    @Test
    void a_header_of_a_peer_that_is_no_trusted_proxy_changes_nothing() {
        var spoofed = headers().add("X-Forwarded-For", "203.0.113.9").add("Forwarded", "for=203.0.113.9");
        assertThat(client(NO_PROXY, "198.51.100.1", spoofed)).isEqualTo("198.51.100.1");
        assertThat(client(PROXIES, "198.51.100.1", spoofed)).isEqualTo("198.51.100.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9 | 203.0.113.9",
                "1.1.1.1, 203.0.113.9 | 203.0.113.9",
                "1.1.1.1, 203.0.113.9, 10.3.3.3, 192.0.2.7 | 203.0.113.9",
                "10.1.1.1, 10.2.2.2 | 10.1.1.1",
                "1.1.1.1, unknown, 10.2.2.2 | 10.2.2.2",
                "1.1.1.1, garbage | 10.0.0.1",
                "203.0.113.9:4711 | 203.0.113.9",
                "[2001:db8::9]:4711 | 2001:db8:0:0:0:0:0:9",
                "2001:db8::9, fd00::1 | 2001:db8:0:0:0:0:0:9",
                "::ffff:203.0.113.9 | 203.0.113.9",
                "'' | 10.0.0.1"
            })
    void behind_trusted_proxies_the_right_most_address_that_is_no_proxy_counts(String header, String client) {
        assertThat(client(PROXIES, "10.0.0.1", headers().add("X-Forwarded-For", header)))
                .isEqualTo(client);
    }

    @Test
    void several_header_lines_are_one_list() {
        var lines = headers().add("X-Forwarded-For", "1.1.1.1").add("x-forwarded-for", "203.0.113.9, 10.2.2.2");
        assertThat(client(PROXIES, "10.0.0.1", lines)).isEqualTo("203.0.113.9");
        assertThat(client(PROXIES, "10.0.0.1", headers())).isEqualTo("10.0.0.1");
    }

    @Test
    void only_the_header_of_the_setting_counts_because_a_client_can_send_the_other() {
        var both = headers().add("Forwarded", "for=1.1.1.1").add("X-Forwarded-For", "203.0.113.9");
        assertThat(client(PROXIES, "10.0.0.1", both)).isEqualTo("203.0.113.9");
        assertThat(client(RFC_7239, "10.0.0.1", both)).isEqualTo("1.1.1.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=203.0.113.9 | 203.0.113.9",
                "for=1.1.1.1, proto=https;For=\"203.0.113.9:4711\";by=10.0.0.1, for=10.2.2.2 | 203.0.113.9",
                "for=\"[2001:db8::9]:4711\" | 2001:db8:0:0:0:0:0:9",
                "for=1.1.1.1, for=_hidden | 10.0.0.1",
                "for=1.1.1.1, by=203.0.113.9 | 10.0.0.1"
            })
    void the_standard_header_is_read_too(String header, String client) {
        assertThat(client(RFC_7239, "10.0.0.1", headers().add("Forwarded", header)))
                .isEqualTo(client);
    }

    @Test
    void ipv6_addresses_of_one_network_are_one_client() {
        assertThat(at("2001:db8:1:2:3:4:5:6")).isEqualTo(at("2001:db8:1:2::1")).isNotEqualTo(at("2001:db8:1:3::1"));
        assertThat(at("203.0.113.9")).isNotEqualTo(at("203.0.113.8"));
    }

    private static Client at(String address) {
        return Client.at(AddressRange.address(address).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "proxy.example", "", "fd00::/129", "10.0.0.0/x"})
    void a_range_that_is_none_is_refused(String range) {
        assertThatThrownBy(() -> AddressRange.parse(range))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(range);
    }
}
