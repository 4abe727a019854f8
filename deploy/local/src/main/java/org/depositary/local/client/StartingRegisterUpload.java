package org.depositary.local.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Sends the starting register to a new installation: files {@code NN-name.ndjson}, in order, line by line, through the
 * public interface. Each line has its own idempotency key, so a repeated upload adds nothing.
 */
public final class StartingRegisterUpload {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration RETRY_LIMIT = Duration.ofMinutes(2);

    /**
     * Matches a placeholder in a path. It contains the key of an earlier line and stands for the location of that
     * fact: {@code {register:sco-uzbekistan}/claims}.
     */
    private static final Pattern EARLIER = Pattern.compile("\\{([^}]+)}");

    /**
     * One line of a file, which is one request.
     *
     * @param path starts at the root of the gateway, or with a placeholder for the location of the fact of an earlier
     *     line
     * @param key the idempotency key
     */
    record Line(String method, String path, String key, JsonNode body) {}

    private final Path directory;
    private final GatewayClient gateway;
    private final Consumer<String> progress;
    private final Map<String, String> locations = new HashMap<>();

    /** @param progress receives one line of text per file */
    public StartingRegisterUpload(Path directory, GatewayClient gateway, Consumer<String> progress) {
        this.directory = directory;
        this.gateway = gateway;
        this.progress = progress;
    }

    /** Sends all lines and returns one message per rejected line. */
    public List<String> send() throws IOException {
        var refused = new ArrayList<String>();
        for (var file : files()) {
            var lines = Files.readAllLines(file);
            progress.accept("starting register: %s".formatted(file.getFileName()));
            for (int number = 1; number <= lines.size(); number++) {
                var where = file.getFileName() + ":" + number;
                send(lines.get(number - 1)).ifPresent(reason -> refused.add(where + ": " + reason));
            }
        }
        return refused;
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(".ndjson"))
                    .sorted()
                    .toList();
        }
    }

    private Optional<String> send(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return send(JSON.readValue(text, Line.class));
        } catch (JacksonException unreadable) {
            return Optional.of("not a line of the register: " + unreadable.getOriginalMessage());
        } catch (IOException broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }

    private Optional<String> send(Line line) throws IOException {
        var body = JSON.writeValueAsString(line.body());
        var path = path(line);
        if (path.isEmpty()) {
            return Optional.of(
                    "%s %s: the earlier line that it refers to was rejected".formatted(line.method(), line.path()));
        }
        var response = gateway.sendWithRetries(
                path.get(),
                request -> request.method(line.method(), BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", line.key()),
                RETRY_LIMIT);
        response.headers().firstValue("Location").ifPresent(location -> locations.put(line.key(), location));
        return response.statusCode() / 100 == 2
                ? Optional.empty()
                : Optional.of("%s %s: %s".formatted(line.method(), path.get(), ProblemMessageFormatter.of(response)));
    }

    /**
     * Returns the path of the request, with its placeholder replaced. Empty if the earlier line was rejected, so that
     * its fact has no location.
     */
    private Optional<String> path(Line line) {
        var earlier = EARLIER.matcher(line.path());
        return earlier.find()
                ? Optional.ofNullable(locations.get(earlier.group(1))).map(earlier::replaceFirst)
                : Optional.of(line.path());
    }
}
