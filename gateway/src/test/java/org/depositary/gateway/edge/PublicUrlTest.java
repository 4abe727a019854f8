package org.depositary.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://register.example.org, https://register.example.org, register.example.org, true",
        "https://register.example.org, http://register.example.org, register.example.org, false",
        "https://register.example.org, http://127.0.0.1:8080, 127.0.0.1:8080, false",
        "http://localhost:8080, http://localhost:8080, localhost:8080, true",
        "http://localhost:8080, http://127.0.0.1:8080, 127.0.0.1:8080, true",
        "http://localhost:8080, http://localhost:8081, localhost:8080, false",
        "http://localhost:8080, https://evil.example, localhost:8080, false",
        ", https://register.example.org, register.example.org, true",
        ", https://evil.example, register.example.org, false",
        ", null, register.example.org, false",
    })
    void a_page_is_own_by_its_origin(URI publicUrl, String origin, String host, boolean own) {
        assertThat(new PublicUrl(Optional.ofNullable(publicUrl)).isOwn(origin, host))
                .isEqualTo(own);
    }
}
