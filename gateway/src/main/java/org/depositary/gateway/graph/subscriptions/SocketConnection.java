package org.depositary.gateway.graph.subscriptions;

import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The WebSocket of one client. It knows which messages the client has not accepted yet. All methods must run on its event
 * loop.
 */
final class SocketConnection {

    /** The longest reason of RFC 6455, in bytes. */
    private static final int LONGEST_REASON = 123;

    private final ServerWebSocket socket;
    private final Runnable disconnect;
    private int unsentMessages;
    private long lastProgress;
    private boolean closing;
    private int secondsOfClosing;
    private boolean wroteSinceBeat;

    /** @param disconnect closes the connection at once */
    SocketConnection(ServerWebSocket socket, Runnable disconnect) {
        this.socket = socket;
        this.disconnect = disconnect;
    }

    /**
     * Sends a message. While the client does not read, this gateway does not read its messages either, so answers cannot
     * pile up.
     *
     * @return succeeds when the kernel has accepted the whole message
     */
    Future<Void> send(String message) {
        if (closing || socket.isClosed()) {
            return Future.failedFuture("closed");
        }
        if (unsentMessages++ == 0) {
            lastProgress = System.nanoTime();
        }
        wroteSinceBeat = true;
        var sent = socket.writeTextMessage(message).onComplete(result -> sent());
        if (socket.writeQueueFull()) {
            socket.pause();
            socket.drainHandler(drained -> socket.resume());
        }
        return sent;
    }

    private void sent() {
        unsentMessages--;
        lastProgress = System.nanoTime();
    }

    /** Whether messages wait for the client, and it has accepted none for this time. */
    boolean isStuck(Duration limit) {
        return unsentMessages > 0 && System.nanoTime() - lastProgress > limit.toNanos();
    }

    /** Sends a ping if nothing was written since the last call. */
    void beat() {
        if (!wroteSinceBeat && unsentMessages == 0) {
            send(ServerMessage.PING);
        }
        wroteSinceBeat = false;
    }

    /**
     * Closes the WebSocket in order. {@link #endClosing} then closes the connection of a client that does not read or does
     * not answer.
     */
    void close(CloseCode code, String reason) {
        if (!closing) {
            closing = true;
            socket.close(code.code(), shortened(reason));
        }
    }

    boolean isClosing() {
        return closing;
    }

    /** Must be called every second. Closes the connection between one and two seconds after {@link #close}. */
    void endClosing() {
        if (closing && secondsOfClosing++ > 0) {
            disconnect.run();
        }
    }

    private static String shortened(String reason) {
        var shortened = reason;
        while (shortened.getBytes(StandardCharsets.UTF_8).length > LONGEST_REASON) {
            shortened = shortened.substring(0, shortened.offsetByCodePoints(shortened.length(), -1));
        }
        return shortened;
    }
}
