package org.depositary.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Sends a file of facts and waits until the import has ended. */
public final class ImportUpload {

    private static final String BYTES = "application/octet-stream";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BUSY = Duration.ofMinutes(1);
    private static final Duration STAGING = Duration.ofMinutes(30);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

    private final GatewayClient gateway;

    public ImportUpload(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /**
     * Sends the file and returns the URL of the import. A file whose name ends in {@code .gz} is sent as it is, declared
     * as compressed with gzip.
     *
     * @param kind the kind of facts in the file: {@code memberships} or {@code exercises}
     * @param query parameters of the request
     * @param charset the character set to declare; if empty, the register expects UTF-8 or a byte order mark
     * @throws DocumentUpload.Refused if the register rejects it
     */
    public String send(String kind, Map<String, String> query, Path file, Optional<Charset> charset)
            throws IOException {
        var content = BodyPublishers.ofFile(file);
        var contentType =
                BYTES + charset.map(declared -> "; charset=" + declared.name()).orElse("");
        // The key prevents a second import when the request is repeated after a lost response.
        var key = UUID.randomUUID().toString();
        var answer = gateway.sendWithRetries(
                "/api/imports/" + kind + encoded(query),
                request -> {
                    request.POST(content)
                            .timeout(STAGING)
                            .header("Content-Type", contentType)
                            .header("Idempotency-Key", key);
                    return isGzip(file) ? request.header("Content-Encoding", "gzip") : request;
                },
                BUSY);
        if (answer.statusCode() / 100 != 2) {
            throw new DocumentUpload.Refused(ProblemMessageFormatter.of(answer));
        }
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new DocumentUpload.Refused("the answer has no Location"));
    }

    private static boolean isGzip(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    private static String encoded(Map<String, String> query) {
        return query.isEmpty()
                ? ""
                : query.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /**
     * Waits until the import has ended and returns its final status.
     *
     * @param progress receives each status until then
     */
    public JsonNode await(String location, Consumer<JsonNode> progress) throws IOException {
        while (true) {
            var status = JSON.readTree(gateway.sendWithRetries(location, HttpRequest.Builder::GET, BUSY)
                    .body());
            progress.accept(status);
            if (!status.path("status").asText().equals("running")) {
                return status;
            }
            GatewayClient.pause(POLL_INTERVAL);
        }
    }

    /** Returns the first entries of the report that have this outcome, at most {@code most}. */
    public JsonNode report(String location, String outcome, int most) throws IOException {
        var path = "%s/report?outcome=%s&limit=%d".formatted(location, outcome, most);
        return JSON.readTree(gateway.sendWithRetries(path, HttpRequest.Builder::GET, BUSY)
                        .body())
                .path("items");
    }
}
