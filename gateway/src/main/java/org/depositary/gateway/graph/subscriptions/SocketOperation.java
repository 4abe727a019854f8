package org.depositary.gateway.graph.subscriptions;

import graphql.ExecutionResult;
import io.vertx.core.Context;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.jboss.logging.Logger;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One operation of a client: a query with one result, or a subscription with many. A subscription requests its next result
 * when the kernel has accepted the last one, so at most one of its results waits for the client.
 */
final class SocketOperation implements Subscriber<ExecutionResult> {

    private static final Logger LOG = Logger.getLogger(SocketOperation.class);

    private final String id;
    private final SocketConnection connection;
    private final Context eventLoop;
    private final Runnable onEnd;
    private Subscription subscription;
    private boolean ended;

    /**
     * @param eventLoop the event loop of the connection; all fields belong to it
     * @param onEnd runs on the event loop, once, when nothing more is sent
     */
    SocketOperation(String id, SocketConnection connection, Context eventLoop, Runnable onEnd) {
        this.id = id;
        this.connection = connection;
        this.eventLoop = eventLoop;
        this.onEnd = onEnd;
    }

    /** Sends the result of the execution. May be called on any thread. */
    @SuppressWarnings("unchecked")
    void executed(ExecutionResult result) {
        Object data = result.getData();
        if (data instanceof Publisher<?> results) {
            ((Publisher<ExecutionResult>) results).subscribe(this);
        } else if (data == null) {
            end(ServerMessage.error(id, result));
        } else {
            var text = ServerMessage.next(id, result);
            eventLoop.runOnContext(now -> {
                if (!ended) {
                    connection.send(text);
                    sendLast(ServerMessage.complete(id));
                }
            });
        }
    }

    /** Sends an error in place of a result. May be called on any thread. */
    void fail(Throwable failure) {
        if (failure instanceof Problem refused) {
            end(ServerMessage.error(id, refused));
        } else {
            LOG.error("A GraphQL operation failed", failure);
            end(ServerMessage.error(id, Problem.of(ProblemType.INTERNAL, "The error was logged")));
        }
    }

    @Override
    public void onSubscribe(Subscription started) {
        eventLoop.runOnContext(now -> {
            subscription = started;
            if (ended) {
                started.cancel();
            } else {
                started.request(1);
            }
        });
    }

    @Override
    public void onNext(ExecutionResult result) {
        var text = ServerMessage.next(id, result);
        eventLoop.runOnContext(now -> {
            if (!ended) {
                connection.send(text).onSuccess(accepted -> subscription.request(1));
            }
        });
    }

    @Override
    public void onError(Throwable failure) {
        fail(failure);
    }

    @Override
    public void onComplete() {
        end(ServerMessage.complete(id));
    }

    private void end(String lastMessage) {
        eventLoop.runOnContext(now -> sendLast(lastMessage));
    }

    private void sendLast(String message) {
        if (!ended) {
            connection.send(message).onComplete(accepted -> end());
        }
    }

    /** Ends the operation without a message. Must run on the event loop. */
    void end() {
        if (!ended) {
            ended = true;
            if (subscription != null) {
                subscription.cancel();
            }
            onEnd.run();
        }
    }
}
