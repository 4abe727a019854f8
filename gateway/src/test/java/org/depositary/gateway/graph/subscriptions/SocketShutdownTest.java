package org.depositary.gateway.graph.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.depositary.testing.Waiting.await;

import io.quarkus.runtime.shutdown.ShutdownRecorder;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that a gateway closes its WebSockets at shutdown, over some seconds. */
@Tag("full")
@QuarkusTest
@TestProfile(SocketShutdownTest.OwnGateway.class)
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class SocketShutdownTest {

    /**
     * A separate gateway, because it accepts no WebSockets after this test. It waits for open requests much longer than this
     * test waits for its shutdown.
     */
    public static class OwnGateway implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.shutdown.timeout", "10m", "depositary.live.close-within", "4s");
        }
    }

    private static final int SOCKETS = 20;
    private static final int GOING_AWAY = 1001;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TestHTTPResource
    URI origin;

    @Test
    void connections_close_over_a_few_seconds() throws Exception {
        GraphQlSocketClient.connected(origin).close();
        var clients = Stream.generate(
                        () -> GraphQlSocketClient.connected(origin).changes(""))
                .limit(SOCKETS)
                .toList();
        await().atMost(LIMIT).until(() -> clients.stream()
                .noneMatch(client -> client.lastCursor().isEmpty()));

        // Runs the first step of a shutdown in Quarkus. It returns when no request is open, also none of a closed
        // WebSocket.
        CompletableFuture.runAsync(ShutdownRecorder::runShutdown).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        await().atMost(LIMIT).until(() -> clients.stream().allMatch(client -> client.closeCode() != 0));

        assertThat(clients).extracting(GraphQlSocketClient::closeCode).containsOnly(GOING_AWAY);
        var ends = clients.stream().map(GraphQlSocketClient::closedAt).toList();
        assertThat(Duration.between(Collections.min(ends), Collections.max(ends)))
                .isGreaterThan(Duration.ofSeconds(1));
        assertThatThrownBy(() -> GraphQlSocketClient.connected(origin))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }
}
