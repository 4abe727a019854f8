package org.depositary.local.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.depositary.local.process.LoopbackPort;

/**
 * The health of a running service, read from its management port.
 *
 * @param port the port of the public interface
 * @param managementPort the port of health and metrics
 */
record ServiceHealth(String name, int port, int managementPort) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Whether the service is ready. The management port can open before the public one, so both are checked. */
    boolean isReady() {
        return isUp("ready") && LoopbackPort.isListening(port);
    }

    boolean isLive() {
        return isUp("live");
    }

    /** Returns the checks that are not up, with their data, or the reason why the service does not answer. */
    String status() {
        try {
            var checks = JSON.readTree(health("ready").body()).path("checks");
            return checks.valueStream()
                    .filter(check -> !check.path("status").asText().equals("UP"))
                    .map(check -> check.path("name").asText() + " "
                            + check.path("data").toString())
                    .collect(Collectors.joining(", "));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private boolean isUp(String probe) {
        try {
            return health(probe).statusCode() == 200;
        } catch (IOException notNow) {
            return false;
        }
    }

    /** The timeout of a request ends with the headers of its answer, so the whole exchange gets another one. */
    private HttpResponse<String> health(String probe) throws IOException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/q/health/%s".formatted(managementPort, probe)))
                .build();
        var exchange = HTTP.sendAsync(request, BodyHandlers.ofString());
        try {
            return exchange.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException noAnswer) {
            exchange.cancel(true);
            throw new IOException("%s did not answer: %s".formatted(name, noAnswer), noAnswer);
        } catch (InterruptedException interrupted) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
