package org.depositary.benchmarks.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts responses by status and problem type. Writes each unexpected one to a file. */
final class ResponseCounter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BUSY = "503 busy";

    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final LongAdder failures = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder otherwise = new LongAdder();
    private final Path failed;

    /** @param failed the file to which unexpected responses are written */
    ResponseCounter(Path failed) {
        this.failed = failed;
    }

    /** Counts a response. Returns whether it is {@code busy}, so that the client should retry. */
    boolean answered(String client, String method, String path, int status, String body) {
        var answer = status < 400 ? Integer.toString(status) : status + " " + problem(body);
        answers.computeIfAbsent(answer, any -> new LongAdder()).increment();
        boolean isBusy = answer.equals(BUSY);
        if (status >= 500 && !isBusy) {
            failures.increment();
            write(client, method, path, status + " " + body);
        }
        return isBusy;
    }

    /** Counts a connection that failed before the end of the response. */
    void unanswered(String client, String method, String path, IOException failure) {
        unanswered.increment();
        write(client, method, path, failure.toString());
    }

    /**
     * Counts a repeated request whose response differs from the first one, although the idempotency key is the same.
     */
    void answeredOtherwise(String client, String method, String path, String answers) {
        otherwise.increment();
        write(client, method, path, "repeated: " + answers);
    }

    /** Returns the number of 5xx responses other than {@code busy}. */
    long failures() {
        return failures.sum();
    }

    long unanswered() {
        return unanswered.sum();
    }

    long answeredOtherwise() {
        return otherwise.sum();
    }

    /**
     * Returns the number of responses by status and problem type, such as {@code 201} or {@code 409
     * timeline-conflict}.
     */
    SortedMap<String, Long> answers() {
        var sums = new TreeMap<String, Long>();
        answers.forEach((answer, count) -> sums.put(answer, count.sum()));
        return sums;
    }

    private static String problem(String body) {
        try {
            return JSON.readTree(body).path("type").asText().replace("/problems/", "");
        } catch (JsonProcessingException noProblem) {
            return "without problem+json";
        }
    }

    private synchronized void write(String client, String method, String path, String what) {
        try {
            var line = "%s %s %s %s: %s%n".formatted(Instant.now(), client, method, path, what);
            Files.writeString(failed, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
