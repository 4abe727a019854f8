package org.depositary.gateway.hooks.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.depositary.eventsourcing.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which URLs a webhook can have. */
class ReceiverUrlTest {

    @Test
    void its_parts_become_those_of_a_request() {
        var url = ReceiverUrl.parse("https://[2606:4700::1111]:8443/a%20b?c=d", false);
        assertThat(url.host()).isEqualTo("2606:4700::1111");
        assertThat(url.port()).isEqualTo(8443);
        assertThat(url.target()).isEqualTo("/a%20b?c=d");
        assertThat(ReceiverUrl.parse("https://example.org", false).target()).isEqualTo("/");
        assertThat(ReceiverUrl.parse("https://example.org", false).port()).isEqualTo(443);
        assertThat(ReceiverUrl.parse("http://example.org?a", true).port()).isEqualTo(80);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org/hook",
                "http://example.org/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "https://user:secret@example.org/",
                "https://example.org:0/",
                "https://example.org:65536/",
                "https://example.org/#part",
                "https:///path",
                "https://exa mple.org/",
                "https://bücher.example/"
            })
    void others_are_refused(String text) {
        assertThatThrownBy(() -> ReceiverUrl.parse(text, false))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                                problem.flaws().getFirst().pointer())
                        .isEqualTo("#/url"));
    }

    @Test
    void its_length_is_limited() {
        assertThatThrownBy(() -> ReceiverUrl.parse("https://example.org/" + "a".repeat(2_000), false))
                .hasMessageContaining("2000");
    }
}
