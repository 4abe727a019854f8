package org.depositary.eventsourcing.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, bytes 0-0/1000, 1",
        "bytes=0-499, bytes 0-499/1000, 500",
        "bytes=999-, bytes 999-999/1000, 1",
        "bytes=500-9999, bytes 500-999/1000, 500",
        "bytes=-200, bytes 800-999/1000, 200",
        "bytes=-5000, bytes 0-999/1000, 1000",
        "bytes = 10-19, bytes 10-19/1000, 10"
    })
    void one_range_is_a_part(String header, String contentRange, long length) {
        var range = ByteRange.parse(header, 1000).orElseThrow();
        assertThat(range.contentRange()).isEqualTo(contentRange);
        assertThat(range.length()).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-2000", "bytes=-0"})
    void a_range_after_the_end_cannot_be_satisfied(String header) {
        var range = ByteRange.parse(header, 1000).orElseThrow();
        assertThat(range.isSatisfiable()).isFalse();
        assertThat(range.contentRange()).isEqualTo("bytes */1000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,5-6",
                "bytes=5-3",
                "bytes=-",
                "bytes=a-b",
                "lines=1-2",
                "bytes=99999999999999999999-",
                "",
                "bytes=--1"
            })
    void any_other_text_means_the_whole_sequence(String header) {
        assertThat(ByteRange.parse(header, 1000)).isEmpty();
    }

    @Test
    void a_sequence_without_bytes_has_no_satisfiable_range() {
        assertThat(ByteRange.parse("bytes=0-", 0).orElseThrow().isSatisfiable()).isFalse();
    }
}
