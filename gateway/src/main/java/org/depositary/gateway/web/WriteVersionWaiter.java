package org.depositary.gateway.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.gateway.read.ReadYourWrites;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Waits until the versions in header {@code Depositary-After} can be read. */
@ApplicationScoped
public class WriteVersionWaiter {

    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*(\\d{1,4})(?:$|[,;\\s])");
    private static final int MOST_VERSIONS = 100;
    private static final Pattern VERSION = Pattern.compile("(.+)@(\\d{1,9})");

    private final ReadYourWrites projected;
    private final Duration longest;

    /** @param longest upper limit for the time that a request may ask to wait in {@code Prefer} */
    WriteVersionWaiter(
            ReadYourWrites projected, @ConfigProperty(name = "depositary.reads.longest-wait") Duration longest) {
        this.projected = projected;
        this.longest = longest;
    }

    public void await(List<String> versions, Optional<String> prefer) throws SQLException {
        if (versions.isEmpty()) {
            return;
        }
        long deadline = System.nanoTime() + requestedWait(prefer).toNanos();
        for (var version : listed(versions)) {
            await(version, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
    }

    private static List<String> listed(List<String> versions) {
        var listed = versions.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
        if (listed.size() > MOST_VERSIONS) {
            throw Problem.of(ProblemType.MALFORMED, "Depositary-After: more than %d versions".formatted(MOST_VERSIONS));
        }
        return listed;
    }

    private void await(String text, Duration atMost) throws SQLException {
        var version = VERSION.matcher(text.replace("\"", ""));
        if (!version.matches()) {
            throw Problem.of(ProblemType.MALFORMED, "Depositary-After: '%s' is not <stream>@<version>".formatted(text));
        }
        switch (outcome(version.group(1), Integer.parseInt(version.group(2)), atMost)) {
            case SERVED -> {}
            case NOT_YET -> throw Problem.of(ProblemType.NOT_YET_PROJECTED, "%s is not projected yet".formatted(text));
            case PARKED -> throw Problem.of(ProblemType.PARKED, "The stream of %s is parked".formatted(text));
        }
    }

    private ReadYourWrites.Outcome outcome(String stream, int version, Duration atMost) throws SQLException {
        try {
            return projected.await(stream, version, atMost);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return ReadYourWrites.Outcome.NOT_YET;
        }
    }

    /**
     * The time that header {@code Prefer} asks to wait. Zero without a valid {@code wait}: RFC 7240 says that unknown
     * preferences are ignored.
     */
    private Duration requestedWait(Optional<String> prefer) {
        return prefer.map(WAIT::matcher)
                .filter(Matcher::find)
                .map(wait -> Duration.ofSeconds(Integer.parseInt(wait.group(1))))
                .map(wait -> wait.compareTo(longest) < 0 ? wait : longest)
                .orElse(Duration.ZERO);
    }
}
