package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.verify.monitoring.TraceReceiver;
import org.depositary.verify.monitoring.TraceReceiver.ReceivedSpan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With telemetry on, a collector gets one trace from a command to the stream that delivers its change. */
@Tag("full")
class TracesTest {

    private static TraceReceiver collector;
    private static TestInstallation installation;

    @BeforeAll
    static void start() {
        collector = new TraceReceiver();
        var data = TestInstallation.emptied("traces");
        var environment = Map.of(
                "QUARKUS_OTEL_SDK_DISABLED", "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.url(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms",
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
                // Something that every request with a token logs.
                "QUARKUS_LOG_CATEGORY__IO_QUARKUS_OIDC__LEVEL", "DEBUG");
        var file = environment.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        TestInstallation.SERVICES.keySet().forEach(service -> {
            try {
                Files.createDirectories(data.resolve(service));
                Files.writeString(data.resolve(service).resolve("environment"), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        installation = TestInstallation.startPrepared("traces", "--empty");
    }

    @AfterAll
    static void stop() {
        try (var last = collector) {
            installation.close();
        }
    }

    @Test
    void a_command_and_what_follows_it_are_one_trace() {
        var trace = randomHex(16);
        try (var subscriber = EventSourceClient.to(new ChangeFeedClient(installation.client()).stream(""))) {
            // A stream that has just opened catches up by itself, without a span.
            await("the stream is open").until(() -> {
                record(randomHex(16));
                return subscriber.count("change") > 0;
            });
            record(trace);
            await("the traced change").until(() -> subscriber.events().stream()
                    .anyMatch(event -> event.data().contains(trace)));
        }
        await("all spans of the trace").untilAsserted(() -> assertThat(names(trace))
                .contains(
                        "gateway: PUT /api/",
                        "gateway: PUT",
                        "membership-service: PUT /api/organizations/{organization}",
                        "membership-service: publish membership.events",
                        "gateway: store in change log",
                        "gateway: deliver to streams"));
        assertThat(names(trace)).anyMatch(name -> name.startsWith("gateway: project "));
        assertThat(chain(trace, "deliver to streams"))
                .containsSubsequence(
                        "gateway: deliver to streams",
                        "gateway: store in change log",
                        "membership-service: publish membership.events",
                        "membership-service: PUT /api/organizations/{organization}",
                        "gateway: PUT",
                        "gateway: PUT /api/");
        assertThat(only(trace, "deliver to streams").attributes()).containsEntry("depositary.streams", "1");
    }

    @Test
    void a_log_line_of_a_request_has_its_trace() {
        var trace = randomHex(16);
        record(trace);
        await("a line with the trace").until(() -> logLines()
                .anyMatch(line -> line.at("/mdc/traceId").asText().equals(trace)));
        assertThat(logLines().toList())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("level").asText()).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({"change_head, store in change log", "position, project "})
    void a_span_of_the_gateway_includes_its_commit_and_shows_that_it_failed(String table, String name)
            throws SQLException {
        var trace = randomHex(16);
        Instant waiting;
        try (var commits = HeldCommits.of(installation, "gateway", table)) {
            record(trace);
            await("a span of a failed commit").until(() -> {
                commits.failWaiting();
                return spans(trace, name).anyMatch(ReceivedSpan::failed);
            });
            waiting = commits.release();
        }
        await("a span of a commit").until(() -> spans(trace, name).anyMatch(span -> !span.failed()));
        assertThat(spans(trace, name).filter(span -> !span.failed()))
                .isNotEmpty()
                .allSatisfy(span -> assertThat(span.ended()).isAfterOrEqualTo(waiting));
    }

    private static Stream<ReceivedSpan> spans(String trace, String name) {
        return collector.ofTrace(trace).stream().filter(span -> span.name().startsWith(name));
    }

    private static void record(String trace) {
        installation
                .client()
                .with(installation.token("curator"))
                .put(
                        "/api/organizations/" + organization(trace),
                        CommandBodies.organization("Traced"),
                        "traceparent",
                        "00-%s-%s-01".formatted(trace, randomHex(8)))
                .expect(201);
    }

    private static String organization(String trace) {
        return "traced-" + trace;
    }

    private static String randomHex(int bytes) {
        var random = new byte[bytes];
        new Random().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static List<String> names(String trace) {
        return collector.ofTrace(trace).stream().map(TracesTest::name).toList();
    }

    private static String name(ReceivedSpan span) {
        return span.service() + ": " + span.name();
    }

    private static ReceivedSpan only(String trace, String name) {
        var found = collector.ofTrace(trace).stream()
                .filter(span -> span.name().equals(name))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** The names of a span and of all its ancestors that the collector has received. */
    private static List<String> chain(String trace, String name) {
        var byId = collector.ofTrace(trace).stream().collect(Collectors.toMap(ReceivedSpan::id, span -> span));
        return Stream.iterate(only(trace, name), span -> span != null, span -> byId.get(span.parent()))
                .map(TracesTest::name)
                .toList();
    }

    /**
     * The lines of the services in the log of the launcher, which puts a name before each. The last line may be half
     * written.
     */
    private static Stream<JsonNode> logLines() {
        try {
            var text = new String(Files.readAllBytes(installation.log()), StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> line.contains("| {"))
                    .map(line -> json(line.substring(line.indexOf('{'))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String line) {
        try {
            return GatewayAnswer.JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
