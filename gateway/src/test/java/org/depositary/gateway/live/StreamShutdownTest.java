package org.depositary.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import io.quarkus.runtime.shutdown.ShutdownRecorder;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.depositary.gateway.ServerSentEventClient;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that a gateway closes its streams at shutdown, before Quarkus closes the HTTP server. */
@Tag("full")
@QuarkusTest
@TestProfile(StreamShutdownTest.OwnGateway.class)
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class StreamShutdownTest {

    /** A separate gateway, because it accepts no streams after this test. */
    public static class OwnGateway implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("depositary.live.reconnect-within", "9s", "quarkus.shutdown.timeout", "60s");
        }
    }

    private static final int STREAMS = 20;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TestHTTPResource("/api/changes/stream")
    URI address;

    @Test
    void streams_close_over_a_few_seconds_each_with_its_own_retry() throws Exception {
        var clients = Stream.generate(() -> ServerSentEventClient.open(address))
                .limit(STREAMS)
                .toList();
        await().atMost(LIMIT).until(() -> clients.stream()
                .noneMatch(client -> client.lastId().isEmpty()));
        assertThat(clients).extracting(ServerSentEventClient::retryMillis).containsOnly(1_000L);

        // Runs the first step of a shutdown in Quarkus. It returns when no request is open.
        var shutdown = CompletableFuture.runAsync(ShutdownRecorder::runShutdown);
        await().atMost(LIMIT).until(() -> clients.stream().anyMatch(ServerSentEventClient::hasEnded));
        given().get("/api/changes?limit=1").then().statusCode(200);
        shutdown.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        await().atMost(LIMIT).until(() -> clients.stream().allMatch(ServerSentEventClient::hasEnded));

        var ends = clients.stream().map(ServerSentEventClient::endedAt).toList();
        assertThat(Duration.between(Collections.min(ends), Collections.max(ends)))
                .isGreaterThan(Duration.ofSeconds(1));
        var retries = clients.stream().map(ServerSentEventClient::retryMillis).toList();
        assertThat(retries).allMatch(millis -> millis >= 1_000 && millis <= 9_000);
        assertThat(retries.stream().distinct()).hasSizeGreaterThan(STREAMS / 2);
        assertThat(clients).noneMatch(client -> client.lastId().isEmpty());
        try (var late = ServerSentEventClient.open(address)) {
            // An EventSource would not reconnect after an error status.
            assertThat(late.status()).isEqualTo(200);
            await().atMost(LIMIT).until(late::hasEnded);
            assertThat(late.retryMillis()).isBetween(1_000L, 9_000L);
            assertThat(late.events()).isEmpty();
        }
    }
}
