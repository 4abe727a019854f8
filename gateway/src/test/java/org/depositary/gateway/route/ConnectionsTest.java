package org.depositary.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.depositary.testing.RealPostgresAndKafka;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Tests that a client which closes or breaks its connection fails no request of other clients, and leaves no
 * connection open. For more requests than usual: {@code -Dconnections.commands=50000 -Dconnections.leaving=12000}.
 */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(OwningServiceStandIn.class)
class ConnectionsTest {

    private static final int CLIENTS = 6;
    private static final int COMMANDS = Integer.getInteger("connections.commands", 3_000);
    /** Number of requests during which clients disconnect. A multiple of six, the number of different actions. */
    private static final int WITH_SOME_THAT_LEAVE = Integer.getInteger("connections.leaving", 1_200);

    private static final String CHANGES = "/api/organizations/sco/membership-changes";
    private static final String BODY = "{\"party\": \"KZ\"}";

    @TestHTTPResource
    URI origin;

    @ConfigProperty(name = "depositary.membership.url")
    URI service;

    @Test
    void commands_on_connections_that_are_used_once_are_all_answered() throws Exception {
        assertThat(statuses(
                        COMMANDS, List.of(() -> command("HTTP/1.1", "Connection: close"), () -> command("HTTP/1.0"))))
                .isEqualTo(Map.of(201, COMMANDS));
        noConnectionIsLeft();
    }

    @Test
    void clients_that_leave_cost_the_others_nothing_and_leave_no_connection_behind() throws Exception {
        var statuses = statuses(
                WITH_SOME_THAT_LEAVE,
                List.of(
                        () -> command("HTTP/1.1", "Connection: close"),
                        () -> command("HTTP/1.0"),
                        this::leaveInACommand,
                        this::leaveInAnUpload,
                        this::leaveInADownload,
                        this::leaveBeforeTheAnswer));
        assertThat(statuses).isEqualTo(Map.of(201, WITH_SOME_THAT_LEAVE / 3, 0, WITH_SOME_THAT_LEAVE * 2 / 3));
        noConnectionIsLeft();
    }

    @Test
    void a_connection_that_the_service_closed_while_it_was_idle_costs_no_request_that_may_be_repeated()
            throws Exception {
        for (int i = 0; i < 100; i++) {
            assertThat(once("PUT /api/organizations/once HTTP/1.1")).isEqualTo(200);
            assertThat(once("POST /api/organizations/once/changes HTTP/1.1", "Idempotency-Key: " + i))
                    .isEqualTo(201);
        }
    }

    @Test
    void a_reader_that_leaves_ends_the_stream_it_read() throws Exception {
        await().until(() -> atTheService("open-streams") == 0);
        for (int i = 0; i < 20; i++) {
            var reader = new RawHttp(origin).send("", "GET /api/documents/stream/content HTTP/1.1", "Host: localhost");
            reader.skip(50);
            assertThat(atTheService("open-streams")).isEqualTo(1);
            reader.leave();
            await().until(() -> atTheService("open-streams") == 0);
        }
    }

    @Test
    void an_answer_that_breaks_off_at_the_service_breaks_off_at_the_client() throws Exception {
        for (var path : List.of("GET /api/documents/truncate/content", "POST /api/organizations/truncate/changes")) {
            try (var client = new RawHttp(origin)) {
                client.send("", path + " HTTP/1.1", "Host: localhost");
                assertThatThrownBy(client::read).isInstanceOf(EOFException.class);
            }
        }
    }

    private int once(String... head) throws IOException {
        try (var client = new RawHttp(origin)) {
            var all = Stream.concat(Stream.of(head), Stream.of("Host: localhost", "Content-Length: 2"));
            return client.send("{}", all.toArray(String[]::new)).read().status();
        }
    }

    /**
     * Checks that few connections are left besides those in the pool: one per parallel command, and some of clients
     * that disconnected.
     */
    private void noConnectionIsLeft() {
        // Subtracts the connection of this query itself.
        await().untilAsserted(() -> assertThat(atTheService("connections") - 1).isLessThanOrEqualTo(2 * CLIENTS));
    }

    /**
     * Lets six clients run the actions in turn. Returns how often each status occurred. The first action that fails
     * ends the test, because all others could wait as long for the same fault.
     */
    private Map<Integer, Integer> statuses(int times, List<Callable<Integer>> actions) throws Exception {
        var statuses = new TreeMap<Integer, Integer>();
        var next = new AtomicInteger();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var sent = new ExecutorCompletionService<Integer>(clients);
            for (int i = 0; i < times; i++) {
                sent.submit(() ->
                        actions.get(next.getAndIncrement() % actions.size()).call());
            }
            try {
                for (int i = 0; i < times; i++) {
                    statuses.merge(sent.take().get(), 1, Integer::sum);
                }
            } finally {
                clients.shutdownNow();
            }
        }
        return statuses;
    }

    private int command(String protocol, String... fields) throws IOException {
        try (var client = new RawHttp(origin)) {
            var head = List.of(
                    "POST %s %s".formatted(CHANGES, protocol),
                    "Host: localhost",
                    "Content-Type: application/json",
                    "Content-Length: " + BODY.length(),
                    String.join("\r\n", fields));
            return client.send(
                            BODY, head.stream().filter(line -> !line.isEmpty()).toArray(String[]::new))
                    .read()
                    .status();
        }
    }

    private int leaveInACommand() throws IOException {
        return leave(new RawHttp(origin)
                .send("{", "POST " + CHANGES + " HTTP/1.1", "Host: localhost", "Content-Length: 99"));
    }

    private int leaveInAnUpload() throws IOException {
        var client = new RawHttp(origin)
                .send(
                        "a".repeat(100_000),
                        "POST /api/documents HTTP/1.1",
                        "Host: localhost",
                        "Content-Length: 1000000");
        return leave(client);
    }

    private int leaveInADownload() throws IOException {
        var client = new RawHttp(origin).send("", "GET /api/documents/download/content HTTP/1.1", "Host: localhost");
        client.skip(100_000);
        return leave(client);
    }

    private int leaveBeforeTheAnswer() throws IOException {
        return leave(new RawHttp(origin)
                .send(BODY, "POST " + CHANGES + " HTTP/1.1", "Host: localhost", "Content-Length: " + BODY.length()));
    }

    private static int leave(RawHttp client) throws IOException {
        client.leave();
        return 0;
    }

    /** The current value of a counter at the service. */
    private int atTheService(String what) throws IOException {
        try (var client = new RawHttp(service)) {
            var reply = client.send("", "GET /" + what + " HTTP/1.1", "Host: localhost")
                    .read();
            return Integer.parseInt(reply.body());
        }
    }
}
