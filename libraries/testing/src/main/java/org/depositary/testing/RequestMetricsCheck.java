package org.depositary.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Checks that a running service counts its requests by path template: sends requests with hundreds of different ids to
 * all paths of its OpenAPI document and to unknown ones, then reads its metrics.
 */
public final class RequestMetricsCheck {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
    private static final int ENOUGH = 500;
    private static final Pattern URI_TAG = Pattern.compile("^http_(?:server|client)_requests_.*[{,]uri=\"([^\"]*)\"");
    /** The tags of Quarkus for requests without a template, and the tag of all paths that the document does not have. */
    private static final Set<String> WITHOUT_TEMPLATE =
            Set.of("root", "NOT_FOUND", "REDIRECTION", "/openapi", "/{unknown}", "/cors-preflight");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI origin;
    private final URI management;

    private RequestMetricsCheck(URI origin, URI management) {
        this.origin = origin;
        this.management = management;
    }

    /**
     * Returns all values of tag {@code uri}. Fails if one of them is not a path template.
     *
     * @param origin the URL of the service
     * @param management the URL of its management interface
     */
    public static Set<String> assertOnlyTemplates(URI origin, URI management) {
        var check = new RequestMetricsCheck(origin, management);
        try {
            return check.assertOnlyTemplates();
        } finally {
            check.http.shutdownNow();
        }
    }

    private Set<String> assertOnlyTemplates() {
        var warnings = new Warnings();
        var micrometer = Logger.getLogger("io.micrometer");
        micrometer.addHandler(warnings);
        try {
            return assertOnlyTemplates(warnings);
        } finally {
            micrometer.removeHandler(warnings);
        }
    }

    private Set<String> assertOnlyTemplates(Warnings warnings) {
        var templates = templates();
        sendToAll(templates);
        sendToUnknown();
        var expected = new HashSet<>(templates);
        expected.addAll(WITHOUT_TEMPLATE);
        var tags = tags();
        var others = new TreeSet<>(tags);
        others.removeAll(expected);
        if (!others.isEmpty() || !tags.contains("/{unknown}") || !warnings.messages.isEmpty()) {
            throw new AssertionError("Not templates: %s. Warnings: %s. All tags: %s"
                    .formatted(others, warnings.messages, new TreeSet<>(tags)));
        }
        return tags;
    }

    private Set<String> templates() {
        var request = HttpRequest.newBuilder(origin.resolve("/openapi?format=json"))
                .timeout(Waiting.LIMIT)
                .build();
        try (var body = send(request)) {
            var templates = new HashSet<String>();
            new ObjectMapper().readTree(body).path("paths").fieldNames().forEachRemaining(templates::add);
            return templates;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void sendToAll(Set<String> templates) {
        for (int sent = 0; sent < ENOUGH; ) {
            for (var template : templates) {
                for (var method : METHODS) {
                    var path =
                            template.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
                    request(method, path, sent++ % 3 == 0 ? "nonsense" : RealPostgresAndKafka.token("admin"));
                }
            }
        }
    }

    private void sendToUnknown() {
        for (int i = 0; i < ENOUGH; i++) {
            var prefix = i % 2 == 0 ? "/api/" : "/";
            request(METHODS.get(i % METHODS.size()), prefix + UUID.randomUUID(), "nonsense");
        }
    }

    /** Sends the request and closes the response after its headers, because it may be a stream without end. */
    private void request(String method, String path, String token) {
        boolean hasBody = Set.of("POST", "PUT", "PATCH").contains(method);
        var request = HttpRequest.newBuilder(origin.resolve(path))
                .timeout(Waiting.LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, hasBody ? BodyPublishers.ofString("{}") : BodyPublishers.noBody())
                .build();
        try {
            send(request).close();
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        }
    }

    private InputStream send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofInputStream()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Set<String> tags() {
        var tags = new HashSet<String>();
        new ServiceMetricsReader(management)
                .text()
                .lines()
                .map(URI_TAG::matcher)
                .forEach(line -> {
                    if (line.find()) {
                        tags.add(line.group(1));
                    }
                });
        return tags;
    }

    /** Keeps the log messages of Micrometer: it warns when a metric has too many tags. */
    private static final class Warnings extends Handler {

        private final List<String> messages = new ArrayList<>();

        @Override
        public synchronized void publish(LogRecord logged) {
            messages.add(logged.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
