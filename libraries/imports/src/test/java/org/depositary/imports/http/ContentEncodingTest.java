package org.depositary.imports.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.http.SpooledBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentEncodingTest {

    private static final byte[] FILE = "party,year\n".repeat(1_000).getBytes();

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void gzip_is_inflated(String encoding) throws IOException {
        assertThat(decoded(gzip(FILE), Optional.of(encoding))).isEqualTo(FILE);
    }

    @Test
    void a_file_without_encoding_stays_as_it_is() throws IOException {
        assertThat(decoded(FILE, Optional.empty())).isEqualTo(FILE);
        assertThat(decoded(FILE, Optional.of("identity"))).isEqualTo(FILE);
    }

    @Test
    void other_encodings_are_refused() {
        assertThatThrownBy(() -> decoded(FILE, Optional.of("br")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Content-Encoding is gzip");
    }

    @Test
    void a_damaged_or_cut_body_is_refused() throws IOException {
        var gzip = gzip(FILE);
        for (var body : new byte[][] {FILE, {}, Arrays.copyOf(gzip, gzip.length - 1), Arrays.copyOf(gzip, 20)}) {
            assertThatThrownBy(() -> decoded(body, Optional.of("gzip")))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("The body is not valid gzip");
        }
    }

    @Test
    void the_limit_counts_inflated_bytes() throws IOException {
        var gzip = gzip(new byte[10_000_000]);
        assertThat(gzip.length).isLessThan(100_000);
        assertThatThrownBy(() -> SpooledBody.from(
                        ContentEncoding.decoded(new ByteArrayInputStream(gzip), Optional.of("gzip")),
                        "An import",
                        1_000_000))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("An import can have at most 1,000,000 bytes");
    }

    private static byte[] decoded(byte[] body, Optional<String> encoding) throws IOException {
        return ContentEncoding.decoded(new ByteArrayInputStream(body), encoding).readAllBytes();
    }

    private static byte[] gzip(byte[] file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(file);
        }
        return bytes.toByteArray();
    }
}
