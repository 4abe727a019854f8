package org.depositary.gateway.graph.subscriptions;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.vertx.core.Context;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/**
 * The server side of graphql-transport-ws for one client. All methods must run on the event loop of its connection.
 *
 * @see <a href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md">the protocol</a>
 */
final class GraphQlSocket {

    private enum State {
        OPENED,
        AUTHENTICATING,
        ACKNOWLEDGED
    }

    private static final long CHECK_MILLIS = 1_000;

    private final RoutingContext handshake;
    private final SocketParts parts;
    private final SocketConnection connection;
    private final Context eventLoop;
    private final Map<String, SocketOperation> operations = new HashMap<>();
    private final List<Long> timers;
    private State state = State.OPENED;
    private long expiryTimer = -1;

    /** @param onClose runs once, when the connection has ended */
    GraphQlSocket(
            ServerWebSocket socket, RoutingContext handshake, SocketParts parts, Consumer<GraphQlSocket> onClose) {
        var vertx = handshake.vertx();
        this.handshake = handshake;
        this.parts = parts;
        this.connection = new SocketConnection(socket, () -> disconnect(handshake));
        this.eventLoop = ((ContextInternal) vertx.getOrCreateContext()).unwrap();
        this.timers = List.of(
                vertx.setPeriodic(CHECK_MILLIS, timer -> check()),
                vertx.setPeriodic(parts.live().heartbeat().toMillis(), timer -> connection.beat()),
                vertx.setTimer(parts.settings().initTimeout().toMillis(), timer -> closeWithoutInit()));
        socket.closeHandler(closed -> {
            ended();
            onClose.accept(this);
        });
        socket.exceptionHandler(this::failed);
        socket.binaryMessageHandler(bytes -> connection.close(CloseCode.INVALID_MESSAGE, "Messages must be text"));
        socket.textMessageHandler(this::received);
    }

    /** Closes the Netty channel, because Vert.x would first write all buffered messages. */
    private static void disconnect(RoutingContext handshake) {
        ((ConnectionBase) handshake.request().connection())
                .channelHandlerContext()
                .close();
    }

    /** Closes at this time from now. May be called on any thread. */
    void closeAfter(long millis, CloseCode code, String reason) {
        eventLoop.runOnContext(now -> handshake.vertx().setTimer(millis, timer -> connection.close(code, reason)));
    }

    void close(CloseCode code, String reason) {
        connection.close(code, reason);
    }

    private void ended() {
        timers.forEach(handshake.vertx()::cancelTimer);
        handshake.vertx().cancelTimer(expiryTimer);
        List.copyOf(operations.values()).forEach(SocketOperation::end);
    }

    /** Vert.x reports messages over its limit, and frames that break RFC 6455. */
    private void failed(Throwable failure) {
        boolean isTooBig = failure instanceof IllegalStateException
                || failure instanceof CorruptedWebSocketFrameException frame
                        && frame.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG);
        if (isTooBig) {
            connection.close(CloseCode.MESSAGE_TOO_BIG, "The message is too big");
        } else {
            connection.close(CloseCode.PROTOCOL_ERROR, "The frame is invalid");
        }
    }

    private void check() {
        connection.endClosing();
        if (connection.isStuck(parts.live().stuckTimeout())) {
            connection.close(CloseCode.TRY_AGAIN_LATER, "You did not read");
        }
    }

    private void closeWithoutInit() {
        if (state == State.OPENED) {
            connection.close(CloseCode.INIT_TIMEOUT, "Connection initialisation timeout");
        }
    }

    private void received(String text) {
        if (connection.isClosing()) {
            return;
        }
        try {
            handle(ClientMessage.parse(text));
        } catch (IllegalArgumentException invalid) {
            connection.close(CloseCode.INVALID_MESSAGE, invalid.getMessage());
        }
    }

    private void handle(ClientMessage received) {
        switch (received) {
            case ClientMessage.Init init -> authenticate(init);
            case ClientMessage.Subscribe subscribe -> subscribe(subscribe);
            case ClientMessage.Complete(var id)
            when operations.containsKey(id) -> operations.get(id).end();
            case ClientMessage.Ping(var payload) -> connection.send(ServerMessage.pong(payload));
            case ClientMessage.Complete ended -> {}
            case ClientMessage.Pong answer -> {}
        }
    }

    private void authenticate(ClientMessage.Init init) {
        if (state != State.OPENED) {
            connection.close(CloseCode.TOO_MANY_INITS, "Too many initialisation requests");
            return;
        }
        state = State.AUTHENTICATING;
        parts.authentication()
                .authenticate(handshake, init.authorization())
                .subscribe()
                .with(
                        done -> eventLoop.runOnContext(now -> acknowledge()),
                        failure -> eventLoop.runOnContext(now -> refuse(failure)));
    }

    private void refuse(Throwable failure) {
        connection.close(
                CloseCode.UNAUTHORIZED,
                failure instanceof Problem problem ? problem.detail() : "The token is not valid");
    }

    private void acknowledge() {
        state = State.ACKNOWLEDGED;
        parts.authentication().end(handshake).ifPresent(this::closeAt);
        connection.send(ServerMessage.ACK);
    }

    /** The client reconnects with its last cursor and a new token. */
    private void closeAt(Instant end) {
        long millis = Math.max(1, Duration.between(Instant.now(), end).toMillis());
        expiryTimer = handshake
                .vertx()
                .setTimer(millis, timer -> connection.close(CloseCode.FORBIDDEN, "The token has expired"));
    }

    private void subscribe(ClientMessage.Subscribe message) {
        var id = message.id();
        if (state != State.ACKNOWLEDGED) {
            connection.close(CloseCode.UNAUTHORIZED, "Unauthorized");
        } else if (operations.containsKey(id)) {
            connection.close(CloseCode.DUPLICATE_ID, "Subscriber for %s already exists".formatted(id));
        } else if (operations.size() >= parts.settings().maxOperations()) {
            refuse(
                    id,
                    "This connection has %d operations. Complete one first"
                            .formatted(parts.settings().maxOperations()));
        } else if (!parts.isAllowed(handshake)) {
            refuse(id, "You have sent too many requests. Send the next one later");
        } else {
            start(message);
        }
    }

    private void refuse(String id, String detail) {
        connection.send(ServerMessage.error(id, Problem.of(ProblemType.RATE_LIMITED, detail)));
    }

    private void start(ClientMessage.Subscribe message) {
        var id = message.id();
        var operation = new SocketOperation(id, connection, eventLoop, () -> operations.remove(id));
        operations.put(id, operation);
        handshake
                .vertx()
                .executeBlocking(
                        () -> parts.executor()
                                .execute(message.payload(), Map.of(ChangesPublisher.OVER_SOCKET, true), handshake),
                        false)
                .onSuccess(operation::executed)
                .onFailure(operation::fail);
    }
}
