package org.depositary.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which responses are compressed. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class CompressionTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URI origin;

    @AfterEach
    void close() {
        client.close();
    }

    private HttpRequest.Builder request(String path, String encoding) {
        return HttpRequest.newBuilder(origin.resolve(path)).header("Accept-Encoding", encoding);
    }

    private HttpResponse<byte[]> get(String path, String encoding) throws Exception {
        return client.send(request(path, encoding).build(), BodyHandlers.ofByteArray());
    }

    private static String unzip(byte[] body) throws Exception {
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/parties", "/api/parties.csv", "/api/parties.ndjson", "/openapi", "/problems/misquoted"})
    void a_text_is_compressed_for_a_client_that_accepts_it(String path) throws Exception {
        var plain = get(path, "identity");
        var compressed = get(path, "gzip");
        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(compressed.headers().allValues("Vary").toString()).containsIgnoringCase("Accept-Encoding");
        assertThat(plain.headers().allValues("Vary").toString()).containsIgnoringCase("Accept-Encoding");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(unzip(compressed.body())).isEqualTo(new String(plain.body(), StandardCharsets.UTF_8));
        assertThat(compressed.body().length).isLessThan(plain.body().length);
    }

    @Test
    void the_tag_of_a_compressed_read_is_weak_and_saves_the_body() throws Exception {
        var tag = get("/api/parties", "gzip").headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("W/");
        var again = client.send(
                request("/api/parties", "gzip").header("If-None-Match", tag).build(), BodyHandlers.ofByteArray());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void a_stream_of_events_arrives_uncompressed() throws Exception {
        HttpResponse<InputStream> stream =
                client.send(request("/api/changes/stream", "gzip").build(), BodyHandlers.ofInputStream());
        try (var events = stream.body()) {
            assertThat(events).isNotNull();
            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(stream.headers().firstValue("Content-Encoding")).isEmpty();
        }
    }
}
