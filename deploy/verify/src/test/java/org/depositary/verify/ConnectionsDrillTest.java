package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.LIMIT;
import static org.depositary.testing.Waiting.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many commands through the gateway, each on its own connection, while other clients disconnect during an upload or
 * download. {@code -Dconnections.commands=N} sets the number of commands.
 */
@Tag("drill")
class ConnectionsDrillTest {

    private static final int COMMANDS = Integer.getInteger("connections.commands", 50_000);
    private static final int CLIENTS = 6;
    /** After this number of commands, one client disconnects during an upload and one during a download. */
    private static final int COMMANDS_UNTIL_ONE_LEAVES = 20;

    private static final int CONTENT_BYTES = 8_000_000;
    private static final List<String> SERVICES =
            List.of(TestInstallation.MEMBERSHIP_SERVICE, TestInstallation.DOCUMENTS_SERVICE);

    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final AtomicInteger left = new AtomicInteger();

    @Test
    void no_command_is_refused_and_no_connection_is_left() throws Exception {
        try (var installation = TestInstallation.startWithoutRequestLimit("connections", "--empty")) {
            var curator = installation.client().with(installation.token("curator"));
            curator.put("/api/organizations/sco", CommandBodies.organization("SCO"))
                    .expect(201);
            var content = document(installation) + "/content";
            long began = System.nanoTime();
            try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
                for (int client = 0; client < CLIENTS; client++) {
                    clients.submit(() -> send(installation, content));
                }
            }
            var took = Duration.ofNanos(System.nanoTime() - began);
            System.out.printf(
                    "%d commands in %d s: %s; %d clients left early; connections to the services: %s%n",
                    COMMANDS, took.toSeconds(), new TreeMap<>(statuses), left.get(), connections(installation));
            assertThat(statuses).containsOnlyKeys(201);
            assertThat(statuses.get(201)).isEqualTo(COMMANDS / CLIENTS * CLIENTS);
            // The connections in the pool, and the one of this query.
            await().untilAsserted(() ->
                    assertThat(connections(installation).values()).allMatch(open -> open <= 2 * CLIENTS + 1));
        }
    }

    private static String document(TestInstallation installation) {
        var text = "The members agreed. ".repeat(CONTENT_BYTES / 20);
        return installation
                .client()
                .with(installation.token("contributor"))
                .send("POST", "/api/documents", BodyPublishers.ofString(text), "Content-Type", "text/plain")
                .expect(202)
                .header("Location");
    }

    private Void send(TestInstallation installation, String content) throws IOException {
        for (int n = 0; n < COMMANDS / CLIENTS; n++) {
            statuses.merge(command(installation, n % 2 == 0), 1, Integer::sum);
            if (n % COMMANDS_UNTIL_ONE_LEAVES == 0) {
                leaveInAnUpload(installation);
                leaveInADownload(installation, content);
                left.addAndGet(2);
            }
        }
        return null;
    }

    private static int command(TestInstallation installation, boolean isHttp10) throws IOException {
        var body = GatewayAnswer.JSON.writeValueAsString(Map.of(
                "measure",
                "gdp",
                "value",
                2512,
                "unit",
                "billion USD",
                "date",
                "2006",
                "sources",
                List.of(CommandBodies.SOURCE)));
        var head = """
                POST /api/organizations/sco/figures HTTP/1.%s
                Host: localhost
                Content-Type: application/json
                Content-Length: %d
                Authorization: Bearer %s
                """.formatted(isHttp10 ? "0" : "1\nConnection: close", body.length(), installation.token("curator"));
        try (var socket = open(installation, head, body)) {
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.isEmpty() ? 0 : Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    private static void leaveInAnUpload(TestInstallation installation) throws IOException {
        var head = """
                POST /api/documents HTTP/1.1
                Host: localhost
                Content-Type: text/plain
                Content-Length: 1000000
                Authorization: Bearer %s
                """.formatted(installation.token("contributor"));
        leave(open(installation, head, "The members".repeat(10_000)));
    }

    private static void leaveInADownload(TestInstallation installation, String content) throws IOException {
        var head = """
                GET %s HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                """.formatted(content, installation.token("contributor"));
        var socket = open(installation, head, "");
        socket.getInputStream().skipNBytes(100_000);
        leave(socket);
    }

    private static Socket open(TestInstallation installation, String head, String body) throws IOException {
        var socket = new Socket("127.0.0.1", installation.port());
        socket.setSoTimeout((int) LIMIT.toMillis());
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write((head.replace("\n", "\r\n") + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** Disconnects with a TCP reset. */
    private static void leave(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** The number of open connections of each service. */
    private static Map<String, Integer> connections(TestInstallation installation) {
        var open = new TreeMap<String, Integer>();
        for (var service : SERVICES) {
            var metrics = new ServiceMetrics(installation.client(service));
            open.put(service, (int) metrics.sum("http_server_connections_seconds_active_count", ""));
        }
        return open;
    }
}
