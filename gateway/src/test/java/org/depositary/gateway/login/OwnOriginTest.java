package org.depositary.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.Optional;
import org.depositary.gateway.edge.PublicUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which requests count as sent by a page of this origin. */
class OwnOriginTest {

    private final OwnOrigin origin =
            new OwnOrigin(new PublicUrl(Optional.of(URI.create("https://register.example.org"))));

    @ParameterizedTest
    @CsvSource({
        "same-origin, https://register.example.org, true",
        "same-origin, , true",
        ", https://register.example.org, true",
        "same-site, https://register.example.org, false",
        "cross-site, , false",
        "none, , false",
        ", http://register.example.org, false",
        ", https://register.example.org.evil.example, false",
        ", null, false",
        ", , false",
    })
    void a_request_is_own_if_its_browser_says_so(String site, String from, boolean own) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        Optional.ofNullable(site).ifPresent(value -> headers.add("Sec-Fetch-Site", value));
        Optional.ofNullable(from).ifPresent(value -> headers.add("Origin", value));
        assertThat(origin.sent(headers, "http://127.0.0.1:8080")).isEqualTo(own);
    }
}
