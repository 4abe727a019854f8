package org.depositary.verify.monitoring;

import static org.depositary.testing.Waiting.LIMIT;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running program of Prometheus, on a port of loopback. */
final class MonitoringProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final Process process;
    private final Path log;

    private MonitoringProcess(URI address, Process process, Path log) {
        this.address = address;
        this.process = process;
        this.log = log;
    }

    /** Starts the program and waits until it is ready. Its output is in {@code log}. */
    static MonitoringProcess start(int port, Path log, List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var started = new MonitoringProcess(URI.create("http://127.0.0.1:" + port), process, log);
            started.awaitReady(command.getFirst());
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    command.getFirst() + " is missing: apt install prometheus prometheus-alertmanager", e);
        }
    }

    private void awaitReady(String program) {
        try {
            await("%s is ready; see %s".formatted(program, log)).until(this::isReady);
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    static int freePort() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("The program ended; see " + log);
        }
        try {
            return get("/-/ready", BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    URI address() {
        return address;
    }

    JsonNode json(String path) {
        try {
            var answer = get(path, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> HttpResponse<T> get(String path, BodyHandler<T> body) throws IOException {
        try {
            return http.send(
                    HttpRequest.newBuilder(address.resolve(path)).timeout(LIMIT).build(), body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
