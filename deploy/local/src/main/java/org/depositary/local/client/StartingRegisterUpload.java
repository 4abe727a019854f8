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
 * What a fresh installation knows from its first minute: files {@code NN-name.ndjson}, sent in order, line by line, as
 * anybody would send them. Each line has its own idempotency key, so that sending everything again adds nothing.
 */
public final class StartingRegisterUpload {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The key of an earlier line in a path, {@code {register:sco-uzbekistan}/claims}. */
    private static final Pattern EARLIER = Pattern.compile("\\{([^}]+)}");

    /** One request. {@code path} starts at the gateway's root, or where what an earlier line recorded is found. */
    record Line(String method, String path, String key, JsonNode body) {}

    private final Path directory;
    private final GatewayClient gateway;
    private final Consumer<String> progress;
    private final Map<String, String> locations = new HashMap<>();

    /** @param progress takes a sentence now and then */
    public StartingRegisterUpload(Path directory, GatewayClient gateway, Consumer<String> progress) {
        this.directory = directory;
        this.gateway = gateway;
        this.progress = progress;
    }

    /** Sends all of it; the answer tells each line that was not taken, and why. */
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
            return Optional.of("%s %s: what it is about was not taken".formatted(line.method(), line.path()));
        }
        var response = gateway.sendUntilTaken(
                path.get(),
                request -> request.method(line.method(), BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", line.key()),
                PATIENCE);
        response.headers().firstValue("Location").ifPresent(location -> locations.put(line.key(), location));
        return response.statusCode() / 100 == 2
                ? Optional.empty()
                : Optional.of("%s %s: %s".formatted(line.method(), path.get(), ProblemMessage.told(response)));
    }

    /** Empty where it leads to what an earlier line did not record. */
    private Optional<String> path(Line line) {
        var earlier = EARLIER.matcher(line.path());
        return earlier.find()
                ? Optional.ofNullable(locations.get(earlier.group(1))).map(earlier::replaceFirst)
                : Optional.of(line.path());
    }
}
