package org.depositary.verify;

import static org.depositary.testing.Waiting.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Forwards TCP connections to the ready processes of one service in turn, as a Service of Kubernetes does. A connection stays with
 * its process, also when that process is not ready any more.
 */
final class ServiceBalancer implements AutoCloseable {

    private static final long PROBE_INTERVAL_MILLIS = 200;
    private static final int BACKLOG = 256;

    private final List<OriginClient> processes;
    private final ServerSocket server;
    private final ScheduledExecutorService probes = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<OriginClient> ready = List.of();

    private ServiceBalancer(List<OriginClient> processes, ServerSocket server) {
        this.processes = processes;
        this.server = server;
    }

    /** @param processes all that may run at some time */
    static ServiceBalancer start(List<OriginClient> processes) {
        try {
            var server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            var balancer = new ServiceBalancer(processes, server);
            balancer.probes.scheduleWithFixedDelay(balancer::probe, 0, PROBE_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
            Thread.ofVirtual().start(balancer::acceptUntilClosed);
            return balancer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI origin() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Waits until so many processes get new connections. */
    void awaitReady(int count) {
        await("%d ready processes behind %s".formatted(count, origin())).until(() -> ready.size() == count);
    }

    @Override
    public void close() throws IOException {
        probes.shutdownNow();
        server.close();
    }

    private void probe() {
        ready = processes.stream().filter(OriginClient::isReady).toList();
    }

    private void acceptUntilClosed() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> forward(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void forward(Socket client) {
        var targets = ready;
        try (client) {
            if (targets.isEmpty()) {
                return;
            }
            var target = targets.get(Math.floorMod(turn.getAndIncrement(), targets.size()))
                    .origin();
            try (var process = new Socket(target.getHost(), target.getPort())) {
                client.setTcpNoDelay(true);
                process.setTcpNoDelay(true);
                var requests = Thread.ofVirtual().start(() -> copy(client, process));
                copy(process, client);
                requests.join();
            }
        } catch (IOException broken) {
            // The client sees a closed connection, as it would from the process itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException broken) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // Nothing is left to close.
        }
    }
}
