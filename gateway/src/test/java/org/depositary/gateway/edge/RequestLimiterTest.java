package org.depositary.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

/** The rates are so low that no bucket is refilled during a test. */
class RequestLimiterTest {

    private static final Client ONE = new Client.Anonymous("203.0.113.9");
    private static final Client OTHER = new Client.Anonymous("203.0.113.8");
    private static final int CLIENTS = 10;

    private static RequestLimiter limiter(int perSecond, int burst) {
        return new RequestLimiter(perSecond, burst, perSecond, burst, CLIENTS);
    }

    @Test
    void each_client_has_its_own_burst() {
        var limiter = limiter(1, 100_000);
        var first = limiter.take(ONE).orElseThrow();
        assertThat(first.isExceeded()).isFalse();
        assertThat(limiter.take(ONE).orElseThrow().probe().getRemainingTokens()).isLessThan(100_000);
        assertThat(limiter.take(OTHER).orElseThrow().probe().getRemainingTokens())
                .isEqualTo(99_999);
        assertThat(limiter.take(new Client.Authenticated("203.0.113.9"))
                        .orElseThrow()
                        .probe()
                        .getRemainingTokens())
                .as("a subject that looks like an address")
                .isEqualTo(99_999);
    }

    @Test
    void the_headers_tell_the_policy_and_what_is_left() {
        var headers = MultiMap.caseInsensitiveMultiMap();
        limiter(1000, 10_000).take(ONE).orElseThrow().writeTo(headers);
        assertThat(headers.get("RateLimit-Policy")).isEqualTo("\"address\";q=10000;w=10");
        assertThat(headers.get("RateLimit")).isEqualTo("\"address\";r=9999;t=1");
        assertThat(headers.contains("Retry-After")).isFalse();
    }

    @Test
    void who_has_none_left_is_told_when_to_come_back() {
        var limiter = limiter(1, 2);
        var quota = limiter.take(ONE).orElseThrow();
        while (!quota.isExceeded()) {
            quota = limiter.take(ONE).orElseThrow();
        }
        var headers = MultiMap.caseInsensitiveMultiMap();
        quota.writeTo(headers);
        assertThat(headers.get("RateLimit")).isEqualTo("\"address\";r=0;t=1");
        assertThat(headers.get("Retry-After")).isEqualTo("1");
    }

    @Test
    void zero_means_no_limit() {
        assertThat(limiter(0, 0).take(ONE)).isEmpty();
    }

    @Test
    void memory_is_limited_to_some_clients() {
        var limiter = limiter(1, 100_000);
        for (int network = 0; network < 10_000; network++) {
            assertThat(limiter.take(new Client.Anonymous("client " + network))).isPresent();
        }
        assertThat(limiter.keptClients()).isLessThanOrEqualTo(CLIENTS);
    }

    @Test
    void a_burst_of_nothing_is_refused_at_the_start() {
        assertThatThrownBy(() -> limiter(10, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limiter(-1, 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
