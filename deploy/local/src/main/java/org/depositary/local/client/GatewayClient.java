package org.depositary.local.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * An HTTP client for the public interface of a local installation.
 *
 * @param url without a slash at the end
 */
public record GatewayClient(String url, String token) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /**
     * Checks that the gateway answers.
     *
     * @throws IOException if it does not
     */
    public void checkReachable() throws IOException {
        send("/", HttpRequest.Builder::HEAD);
    }

    HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> request) throws IOException {
        var builder = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .timeout(TIMEOUT);
        try {
            return HTTP.send(request.apply(builder).build(), BodyHandlers.ofString());
        } catch (ConnectException nobody) {
            throw new IOException("no gateway answers at %s".formatted(url), nobody);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Sends a request. Repeats it, up to a limit, while the gateway is busy (429 or 503) or cannot be reached. */
    HttpResponse<String> sendWithRetries(String path, UnaryOperator<HttpRequest.Builder> request, Duration atMost)
            throws IOException {
        var latest = Instant.now().plus(atMost);
        while (true) {
            var wait = PAUSE;
            try {
                var response = send(path, request);
                if (!isLater(response) || Instant.now().isAfter(latest)) {
                    return response;
                }
                wait = retryAfter(response);
            } catch (InterruptedIOException interrupted) {
                throw interrupted;
            } catch (IOException broken) {
                if (Instant.now().isAfter(latest)) {
                    throw broken;
                }
            }
            pause(wait);
        }
    }

    private static boolean isLater(HttpResponse<?> response) {
        return response.statusCode() == 429 || response.statusCode() == 503;
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,3}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .filter(Duration::isPositive)
                .orElse(PAUSE);
    }

    static void pause(Duration time) throws InterruptedIOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
