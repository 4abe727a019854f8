package org.depositary.gateway.exports.kept;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests ranges of bytes of a file with 100 bytes. */
class ByteRangeTest {

    private static final long SIZE = 100;

    @Test
    void a_range_ends_with_the_file_at_the_latest() {
        assertThat(ByteRange.parse("bytes=0-9", SIZE)).contains(new ByteRange(0, 9));
        assertThat(ByteRange.parse("bytes=90-", SIZE)).contains(new ByteRange(90, 99));
        assertThat(ByteRange.parse("bytes=90-1000", SIZE)).contains(new ByteRange(90, 99));
        assertThat(ByteRange.parse("bytes=-10", SIZE)).contains(new ByteRange(90, 99));
        assertThat(ByteRange.parse("bytes=-1000", SIZE)).contains(new ByteRange(0, 99));
    }

    @Test
    void a_range_after_the_end_is_not_satisfiable() {
        assertThat(ByteRange.parse("bytes=100-", SIZE))
                .hasValueSatisfying(
                        range -> assertThat(range.isSatisfiable(SIZE)).isFalse());
        assertThat(ByteRange.parse("bytes=-0", SIZE)).hasValueSatisfying(range -> assertThat(range.isSatisfiable(SIZE))
                .isFalse());
    }

    @Test
    void other_headers_are_ignored() {
        assertThat(ByteRange.parse("bytes=9-0", SIZE)).isEmpty();
        assertThat(ByteRange.parse("bytes=0-1,5-6", SIZE)).isEmpty();
        assertThat(ByteRange.parse("lines=1-2", SIZE)).isEmpty();
        assertThat(ByteRange.parse("bytes=-", SIZE)).isEmpty();
    }
}
