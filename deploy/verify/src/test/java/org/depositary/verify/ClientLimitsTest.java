package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** curl sends too many requests from one address of this machine, and others are served from other addresses. */
@Tag("full")
@ExtendWith(SharedInstallation.class)
class ClientLimitsTest {

    private static final int BURST = 50;
    private static final int SOME = 20;
    private static final String PARTY = "/api/parties/KZ";
    private static final String FLOODING = "127.0.0.2";
    private static final String OTHER = "127.0.0.3";
    private static final String PROXY = "127.0.0.4";

    private final TestInstallation installation;
    private ServiceReplica gateway;

    ClientLimitsTest(TestInstallation installation) {
        this.installation = installation;
    }

    @BeforeEach
    void start() {
        gateway = ServiceReplica.start(
                installation,
                TestInstallation.GATEWAY,
                Map.of(
                        "DEPOSITARY_LIMITS_REQUESTS_PER_SECOND",
                        "1",
                        "DEPOSITARY_LIMITS_REQUEST_BURST",
                        Integer.toString(BURST),
                        "DEPOSITARY_TRUSTED_PROXIES",
                        PROXY));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void a_client_over_its_limit_is_refused_while_others_are_served() {
        flood(FLOODING);
        assertThat(send(FLOODING))
                .contains("HTTP/1.1 429")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .containsIgnoringCase("Retry-After: 1")
                .containsIgnoringCase("RateLimit-Policy: \"address\";q=50;w=50")
                .containsIgnoringCase("RateLimit: \"address\";r=0;t=1")
                .contains("\"type\":\"/problems/rate-limited\"");
        assertThat(send(OTHER)).contains("HTTP/1.1 200").doesNotContain("HTTP/1.1 429");
        assertThat(send(FLOODING, "Authorization: Bearer " + installation.token("reader")))
                .contains("HTTP/1.1 200")
                .doesNotContain("HTTP/1.1 429");
    }

    @Test
    void a_client_cannot_escape_by_headers_but_a_proxy_reports_its_clients() {
        flood(FLOODING);
        for (var spoofed :
                List.of("X-Forwarded-For: 203.0.113.1", "Forwarded: for=203.0.113.2", "X-Real-IP: 203.0.113.3")) {
            assertThat(send(FLOODING, spoofed)).as(spoofed).contains("HTTP/1.1 429");
        }
        assertThat(send(PROXY, "X-Forwarded-For: 203.0.113.4, " + FLOODING))
                .as("the proxy appends the address of its client")
                .contains("HTTP/1.1 429");
        assertThat(send(PROXY, "X-Forwarded-For: 203.0.113.4"))
                .contains("HTTP/1.1 200")
                .doesNotContain("HTTP/1.1 429");
    }

    private void flood(String address) {
        var answers = curl(address, 10 * BURST);
        assertThat(answers).contains("HTTP/1.1 200", "HTTP/1.1 429");
    }

    /** Sends some requests at once: fewer than a burst, and more than a second adds to an empty bucket. */
    private String send(String address, String... headers) {
        return curl(address, SOME, headers);
    }

    /** Sends the requests one after the other, and returns all responses with their headers. */
    private String curl(String address, int requests, String... headers) {
        var command = new ArrayList<>(List.of("curl", "-sSi", "--interface", address));
        for (var header : headers) {
            command.addAll(List.of("-H", header));
        }
        // curl repeats the request for each number, and does not send the fragment.
        command.add(url(PARTY + "#[1-" + requests + "]"));
        return SystemCommand.of(command.toArray(String[]::new)).must();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + gateway.client().origin().getPort() + path;
    }
}
