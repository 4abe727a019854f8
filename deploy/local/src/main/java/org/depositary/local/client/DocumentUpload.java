package org.depositary.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sends a document and waits until its text has been extracted. */
public final class DocumentUpload {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BUSY = Duration.ofMinutes(1);
    private static final Duration READING = Duration.ofMinutes(10);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);
    private static final Set<String> UNFINISHED = Set.of("", "received", "extracting");

    /**
     * The result for one file.
     *
     * @param document the response of {@code GET /api/documents/{id}}
     * @param proposals the number of open proposals of facts from this document; absent if the installation makes no
     *     proposals
     */
    public record Outcome(String id, JsonNode document, Optional<Integer> proposals) {
        public String status() {
            return document.path("status").asText();
        }

        public boolean isRead() {
            return status().equals("ok") || status().equals("partial");
        }
    }

    /** Thrown when the register rejects the file. The message gives the reason. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    private final GatewayClient gateway;
    private final Optional<String> rights;

    /** @param rights {@code public} or {@code restricted}; if empty, the service decides */
    public DocumentUpload(GatewayClient gateway, Optional<String> rights) {
        this.gateway = gateway;
        this.rights = rights;
    }

    public Outcome send(Path file) throws IOException {
        var answer = post(file);
        if (answer.statusCode() / 100 != 2) {
            throw new Refused(ProblemMessageFormatter.of(answer));
        }
        var location =
                answer.headers().firstValue("Location").orElseThrow(() -> new Refused("the answer has no Location"));
        var id = location.substring(location.lastIndexOf('/') + 1);
        return new Outcome(id, awaitRead("/api/documents/" + id), proposals(id));
    }

    private HttpResponse<String> post(Path file) throws IOException {
        var name = file.getFileName().toString();
        var content = BodyPublishers.ofFile(file);
        return rights.isEmpty()
                ? post(
                        "?filename=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
                        FileMediaTypeGuesser.of(file),
                        content)
                : postWithRights(file, name, content);
    }

    private HttpResponse<String> post(String query, String type, BodyPublisher content) throws IOException {
        return gateway.sendWithRetries(
                "/api/documents" + query, request -> request.POST(content).header("Content-Type", type), BUSY);
    }

    /** Sends the file as a multipart request, because only such a request can contain metadata such as the rights. */
    private HttpResponse<String> postWithRights(Path file, String name, BodyPublisher content) throws IOException {
        var boundary = UUID.randomUUID().toString();
        var metadata = JSON.writeValueAsString(JSON.createObjectNode().put("rights", rights.orElseThrow()));
        var before = """
                --%1$s\r
                Content-Disposition: form-data; name="metadata"\r
                Content-Type: application/json\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%3$s"\r
                Content-Type: %4$s\r
                \r
                """.formatted(boundary, metadata, name.replace("\"", "%22"), FileMediaTypeGuesser.of(file));
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(before), content, BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return post("", "multipart/form-data; boundary=" + boundary, body);
    }

    /**
     * Waits until the text has been extracted. The gateway answers 404 until its read model contains the document, so
     * this method waits on after a 404.
     */
    private JsonNode awaitRead(String path) throws IOException {
        var latest = Instant.now().plus(READING);
        while (true) {
            var response = gateway.sendWithRetries(path, HttpRequest.Builder::GET, BUSY);
            var document = response.statusCode() == 200 ? JSON.readTree(response.body()) : JSON.createObjectNode();
            if (!UNFINISHED.contains(document.path("status").asText())) {
                return document;
            }
            if (Instant.now().isAfter(latest)) {
                throw new Refused("its text was not extracted within %d minutes (%s)"
                        .formatted(READING.toMinutes(), ProblemMessageFormatter.of(response)));
            }
            GatewayClient.pause(POLL_INTERVAL);
        }
    }

    private Optional<Integer> proposals(String id) throws IOException {
        var response = gateway.send("/api/proposals?limit=1000&document=" + id, HttpRequest.Builder::GET);
        return response.statusCode() == 200
                ? Optional.of(JSON.readTree(response.body()).path("items").size())
                : Optional.empty();
    }
}
