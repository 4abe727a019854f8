package org.depositary.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the headers and bytes of the request. That the register reads them is tested on an installation. */
class ImportUploadTest {

    private record Received(String contentType, String contentEncoding, byte[] bytes) {}

    @TempDir
    Path directory;

    private HttpServer server;
    private Received received;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_charset_is_declared_and_the_bytes_stay() throws Exception {
        var bytes = "Türkei".getBytes(Charset.forName("windows-1252"));
        send("years.csv", bytes, Optional.of(Charset.forName("windows-1252")));
        assertThat(received.contentType()).isEqualTo("application/octet-stream; charset=windows-1252");
        assertThat(received.contentEncoding()).isNull();
        assertThat(received.bytes()).isEqualTo(bytes);
    }

    @Test
    void nothing_is_declared_unless_it_is_known() throws Exception {
        send("years.csv", "Türkei".getBytes(StandardCharsets.UTF_8), Optional.empty());
        assertThat(received.contentType()).isEqualTo("application/octet-stream");
        assertThat(received.contentEncoding()).isNull();
    }

    @Test
    void a_compressed_file_is_sent_as_it_is() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("organization,party".getBytes(StandardCharsets.UTF_8));
        }
        for (var name : new String[] {"years.csv.gz", "YEARS.CSV.GZ"}) {
            send(name, bytes.toByteArray(), Optional.of(StandardCharsets.UTF_8));
            assertThat(received.contentType()).isEqualTo("application/octet-stream; charset=UTF-8");
            assertThat(received.contentEncoding()).isEqualTo("gzip");
            assertThat(received.bytes()).isEqualTo(bytes.toByteArray());
        }
    }

    private void send(String name, byte[] bytes, Optional<Charset> charset) throws IOException {
        var file = Files.write(directory.resolve(name), bytes);
        var gateway =
                new GatewayClient("http://localhost:" + server.getAddress().getPort(), "token");
        assertThat(new ImportUpload(gateway).send("memberships", Map.of(), file, charset))
                .isEqualTo("/api/imports/1");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        received = new Received(
                headers.getFirst("Content-Type"),
                headers.getFirst("Content-Encoding"),
                exchange.getRequestBody().readAllBytes());
        exchange.getResponseHeaders().add("Location", "/api/imports/1");
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }
}
