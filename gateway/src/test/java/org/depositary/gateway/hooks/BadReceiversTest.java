package org.depositary.gateway.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.depositary.gateway.LiveClientsProfile;
import org.depositary.gateway.TestEventPublisher;
import org.depositary.gateway.TestEventPublisher.Event;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that a receiver that is slow, silent or talks without end costs the others nothing. */
@Tag("full")
@QuarkusTest
@TestProfile(LiveClientsProfile.class)
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class BadReceiversTest {

    private static final int CHANGES = 50;
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n";
    private static final byte[] BLOCK = new byte[64 * 1024];

    @FunctionalInterface
    private interface Answer {
        void write(OutputStream output) throws IOException;
    }

    private final String organization = "o-" + UUID.randomUUID().toString().substring(0, 8);
    private final WebhookClient client = new WebhookClient("reader");
    private final List<ServerSocket> servers = new ArrayList<>();
    private final AtomicLong written = new AtomicLong();

    @Inject
    TestEventPublisher bus;

    @AfterEach
    void close() throws IOException {
        for (var server : servers) {
            server.close();
        }
    }

    /** Starts a server that answers every connection in this way. Returns its URL. */
    private String server(Answer answer) throws IOException {
        var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        servers.add(server);
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    var socket = server.accept();
                    Thread.ofVirtual().start(() -> {
                        try (socket) {
                            answer.write(socket.getOutputStream());
                        } catch (IOException closedByTheClient) {
                            // The end that this server waits for.
                        }
                    });
                } catch (IOException closed) {
                    return;
                }
            }
        });
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private static void silent(OutputStream output) {
        LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(1));
    }

    private static void slow(OutputStream output) throws IOException {
        for (var letter : OK.getBytes(StandardCharsets.US_ASCII)) {
            output.write(letter);
            output.flush();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    private void huge(OutputStream output) throws IOException {
        output.write(OK.getBytes(StandardCharsets.US_ASCII));
        for (long left = 1_000_000_000; left > 0; left -= BLOCK.length) {
            output.write(BLOCK);
            written.addAndGet(BLOCK.length);
        }
    }

    @Test
    void others_get_their_changes() throws IOException {
        var silent =
                client.subscribe(server(BadReceiversTest::silent), organization).getString("id");
        var slow =
                client.subscribe(server(BadReceiversTest::slow), organization).getString("id");
        var huge = client.subscribe(server(this::huge), organization).getString("id");
        try (var receiver = new TestReceiver()) {
            client.subscribe(receiver.url(), organization);
            bus.publish(IntStream.rangeClosed(1, CHANGES)
                    .mapToObj(version -> Event.accession(organization, "KZ", version))
                    .toArray(Event[]::new));
            await("the good one").until(() -> receiver.received().size() == CHANGES);
            await("the others fail").until(() -> hasFailed(silent) && hasFailed(slow));
            await("the huge one").until(() -> client.deliveries(huge, "status").contains("delivered"));
            // Less than one whole answer; each connection has buffers of some megabytes.
            assertThat(written.get()).isLessThan(1_000_000_000L);
        }
    }

    private boolean hasFailed(String webhook) {
        return client.deliveries(webhook, "problem").stream()
                .anyMatch(problem -> String.valueOf(problem).startsWith("No response within"));
    }
}
