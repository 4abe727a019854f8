package org.depositary.eventsourcing.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String SAMPLED = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void a_sampled_parent_is_read() {
        assertThat(TraceParent.parse(SAMPLED)).contains(new TraceParent(SAMPLED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E473-00f067aa0ba902b7-01"
            })
    void a_header_without_a_sampled_span_is_ignored(String header) {
        assertThat(TraceParent.parse(header)).isEmpty();
    }

    @Test
    void without_a_span_there_is_no_parent() {
        assertThat(TraceParent.current()).isEqualTo(Optional.empty());
        assertThat(TraceParent.of(Span.getInvalid())).isEmpty();
    }
}
