package org.depositary.gateway.graph.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import org.depositary.gateway.ClosedReadsProfile;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests who may use a WebSocket where reads need a token. */
@Tag("full")
@QuarkusTest
@TestProfile(ClosedReadsProfile.class)
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ClosedSocketTest {

    private static final int FORBIDDEN = 4403;

    @TestHTTPResource
    URI origin;

    private static GraphQlSocketClient withHeader(URI origin, String token) {
        return GraphQlSocketClient.openedWith(origin, Map.of("Authorization", "Bearer " + token));
    }

    private static String init(String token) {
        return "{\"type\": \"connection_init\", \"payload\": {\"Authorization\": \"Bearer %s\"}}".formatted(token);
    }

    private static void awaitClose(GraphQlSocketClient client, int code) {
        await().until(() -> client.closeCode() != 0);
        assertThat(client.closeCode()).isEqualTo(code);
    }

    @Test
    void without_a_valid_token_nothing_is_read() {
        try (var none = GraphQlSocketClient.connected(origin);
                var invalid = GraphQlSocketClient.connected(origin, "nonsense")) {
            awaitClose(none, 4401);
            awaitClose(invalid, 4401);
            assertThat(none.ofType("connection_ack")).isEmpty();
            assertThat(invalid.ofType("connection_ack")).isEmpty();
        }
        assertThatThrownBy(() -> withHeader(origin, "nonsense")).hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void a_token_is_sent_with_the_handshake_or_with_init_but_not_with_both() {
        var token = RealPostgresAndKafka.token("reader");
        try (var inMessage = GraphQlSocketClient.connected(origin, token);
                var inHeader = withHeader(origin, token).send("{\"type\": \"connection_init\"}");
                var inBoth = withHeader(origin, token).send(init(token))) {
            inMessage.changes("");
            inHeader.changes("");
            await().until(() ->
                    !inMessage.lastCursor().isEmpty() && !inHeader.lastCursor().isEmpty());
            awaitClose(inBoth, 4401);
        }
    }

    @Test
    void a_connection_ends_when_its_token_expires() {
        // On a busy machine, a token may expire before it is verified: then another one is tried.
        await("a connection that ended with its token")
                .until(this::closeCodeAfterTwoSeconds, code -> code == FORBIDDEN);
    }

    /** Returns when the gateway closes the connection. */
    private int closeCodeAfterTwoSeconds() {
        var token = RealPostgresAndKafka.token("reader", "socket", Duration.ofSeconds(2));
        try (var client = GraphQlSocketClient.connected(origin, token)) {
            await().until(() -> client.closeCode() != 0);
            return client.closeCode();
        }
    }
}
