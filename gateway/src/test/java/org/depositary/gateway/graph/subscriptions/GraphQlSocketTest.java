package org.depositary.gateway.graph.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.depositary.testing.Waiting.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import org.depositary.gateway.LiveClientsProfile;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the rules and limits of the protocol graphql-transport-ws. */
@QuarkusTest
@TestProfile(LiveClientsProfile.class)
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class GraphQlSocketTest {

    private static final String INIT = "{\"type\": \"connection_init\"}";
    private static final String SUBPROTOCOL = "graphql-transport-ws";
    private static final String SUBSCRIPTION = "subscription { changes { event cursor } }";

    @TestHTTPResource
    URI origin;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void await_no_subscribers_of_earlier_tests() {
        await().until(() -> subscribers() == 0);
    }

    private double subscribers() {
        return metrics.get("depositary.subscribers").gauge().value();
    }

    private static void awaitClose(GraphQlSocketClient client, int code) {
        await().until(() -> client.closeCode() != 0);
        assertThat(client.closeCode()).isEqualTo(code);
    }

    @Test
    void a_ping_is_answered_with_its_payload() {
        try (var client = GraphQlSocketClient.opened(origin, SUBPROTOCOL)) {
            client.send("{\"type\": \"ping\", \"payload\": {\"n\": 7}}");
            await().until(() -> !client.ofType("pong").isEmpty());
            assertThat(client.ofType("pong").getFirst().at("/payload/n").asInt())
                    .isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "[]",
                "{}",
                "{\"type\": \"start\"}",
                "{\"type\": 1}",
                "{\"type\": \"subscribe\"}",
                "{\"type\": \"subscribe\", \"id\": \"\", \"payload\": {\"query\": \"{cursor}\"}}",
                "{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {}}",
                "{\"type\": \"connection_init\", \"payload\": {\"Authorization\": 1}}"
            })
    void a_message_outside_the_protocol_closes_the_connection(String message) {
        try (var client = GraphQlSocketClient.opened(origin, SUBPROTOCOL)) {
            client.send(message);
            awaitClose(client, 4400);
        }
    }

    @Test
    void an_operation_before_the_acknowledgement_is_unauthorized() {
        try (var client = GraphQlSocketClient.opened(origin, SUBPROTOCOL)) {
            client.send("{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {\"query\": \"{ cursor }\"}}");
            awaitClose(client, 4401);
        }
    }

    @Test
    void another_subprotocol_is_not_accepted() {
        for (var subprotocol : List.of(new String[0], new String[] {"graphql-ws"})) {
            try (var client = GraphQlSocketClient.opened(origin, subprotocol)) {
                awaitClose(client, 4406);
            }
        }
    }

    @Test
    void a_client_that_sends_no_init_is_disconnected() {
        try (var client = GraphQlSocketClient.opened(origin, SUBPROTOCOL)) {
            awaitClose(client, 4408);
        }
    }

    @Test
    void an_id_in_use_closes_the_connection_and_a_used_one_does_not() {
        try (var client = GraphQlSocketClient.connected(origin)) {
            client.operation("1", "{ cursor }");
            await().until(() -> client.ofType("complete").size() == 1);
            client.operation("1", SUBSCRIPTION);
            await().until(() -> client.ofType("next").size() > 1);
            client.operation("1", SUBSCRIPTION);
            awaitClose(client, 4409);
        }
    }

    @Test
    void a_second_init_closes_the_connection() {
        try (var client = GraphQlSocketClient.connected(origin)) {
            client.send(INIT);
            awaitClose(client, 4429);
        }
    }

    @Test
    void a_message_over_the_limit_closes_the_connection() {
        try (var client = GraphQlSocketClient.connected(origin)) {
            client.send("{\"type\": \"ping\", \"payload\": \"" + "x".repeat(65_536) + "\"}");
            await().until(() -> client.closeCode() != 0);
            assertThat(client.closeCode()).isIn(1009, 1006);
        }
    }

    @Test
    void more_operations_than_the_limit_are_refused_until_one_ends() {
        try (var client = GraphQlSocketClient.connected(origin)) {
            for (int i = 0; i <= LiveClientsProfile.MAX_OPERATIONS; i++) {
                client.operation("s" + i, SUBSCRIPTION);
            }
            await().until(() -> !client.ofType("error").isEmpty());
            var error = client.ofType("error").getFirst();
            assertThat(error.path("id").asText()).isEqualTo("s" + LiveClientsProfile.MAX_OPERATIONS);
            assertThat(error.at("/payload/0/extensions/type").asText()).isEqualTo("/problems/rate-limited");
            client.send("{\"type\": \"complete\", \"id\": \"s0\"}").operation("again", "{ cursor }");
            await().until(() -> !client.ofType("complete").isEmpty());
        }
    }

    @Test
    void connections_over_the_limit_are_refused() {
        var clients = new ArrayList<GraphQlSocketClient>();
        try {
            for (int i = 0; i < LiveClientsProfile.MAX_SUBSCRIBERS; i++) {
                clients.add(GraphQlSocketClient.opened(origin, SUBPROTOCOL));
            }
            assertThatThrownBy(() -> GraphQlSocketClient.opened(origin, SUBPROTOCOL))
                    .hasCauseInstanceOf(WebSocketHandshakeException.class)
                    .satisfies(failure -> assertThat(((WebSocketHandshakeException) failure.getCause())
                                    .getResponse()
                                    .statusCode())
                            .isEqualTo(503));
        } finally {
            clients.forEach(GraphQlSocketClient::close);
        }
    }
}
