package org.depositary.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Reads the metrics of a service under test, in the text format of Prometheus.
 *
 * @param management the URL of the service's management interface
 */
public record ServiceMetricsReader(URI management) {

    /** Returns the sum of all series with this name, over all labels. Returns 0 if there are none. */
    public double sum(String name) {
        return text().lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    public String text() {
        var request = HttpRequest.newBuilder(management.resolve("/q/metrics"))
                .timeout(Waiting.LIMIT)
                .build();
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError("%s answers %d".formatted(request.uri(), response.statusCode()));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
